import { beforeEach, describe, expect, it } from 'vitest';
import { NATIVE_CONFIRMATION_FROM } from '@core/domain/confirmation';
import { keyAt } from '@test/support/key-desk';
import { aPlace, aVendorKey } from '@test/support/vendor-records';
import { bulkDesk, operationId, states, STOP, targets } from './bulk-desk';

type Desk = Awaited<ReturnType<typeof bulkDesk>>;

describe('a run over many keys', () => {
  let at: Desk['at'];
  let list: Desk['list'];
  let confirm: Desk['confirm'];
  let run: Desk['run'];

  beforeEach(async () => {
    ({ at, list, confirm, run } = await bulkDesk());
  });

  describe('is confirmed outside the reach of the window', () => {
    it('with a token that main made and that works once', async () => {
      await list(2);
      const token = await confirm(2);
      expect(token).toMatch(/^[0-9a-f]{32}$/);
      await expect(run('0'.repeat(32), 'DELETE 2 KEYS')).rejects.toMatchObject({ code: 'invalid-input' });
      await run(token, 'DELETE 2 KEYS');
      await expect(run(token, 'DELETE 2 KEYS')).rejects.toMatchObject({ code: 'invalid-input' });
      expect(at.desk.console.count('stop')).toBe(2);
    });

    it('with the word, which may be typed again when it was wrong', async () => {
      await list(2);
      const token = await confirm(2);
      for (const typed of ['', 'DELETE', 'delete 2 keys', 'DELETE 3 KEYS']) {
        await expect(run(token, typed)).rejects.toMatchObject({
          message: 'Type DELETE 2 KEYS to go on.',
          facts: { field: 'typed' },
        });
      }
      expect(at.desk.console.count('stop')).toBe(0);
      expect(states(await run(token, ' DELETE 2 KEYS '))).toEqual(['done', 'done']);
    });

    it('with the word for a single Administration key, as main knows it', async () => {
      await list(1, { type: 'administration' });
      const token = await confirm(1);
      await expect(run(token, '')).rejects.toMatchObject({ facts: { field: 'typed' } });
      expect(states(await run(token, 'DELETE'))).toEqual(['done']);
    });

    it('with the word for a key that main knows nothing of', async () => {
      at.desk.console.add(aVendorKey({ type: 'administration' }));
      await expect(run(await confirm(1), '')).rejects.toMatchObject({ facts: { field: 'typed' } });
    });

    it('without a word for one Standard key', async () => {
      await list(1);
      expect(states(await run(await confirm(1), ''))).toEqual(['done']);
    });

    it('in a dialog of main from eleven keys on, which names them', async () => {
      await list(NATIVE_CONFIRMATION_FROM + 9);
      await confirm(NATIVE_CONFIRMATION_FROM - 1);
      expect(at.desk.dialogs.questions).toEqual([]);
      await confirm(NATIVE_CONFIRMATION_FROM + 9);
      const [question] = at.desk.dialogs.questions;
      expect(question).toMatchObject({ message: 'Delete 20 keys?', action: 'Delete 20 keys' });
      expect(question?.detail).toContain('• Key 001\n');
      expect(question?.detail).toContain('and 8 more');
      expect(question?.detail).toContain('Nothing brings a deleted key back');
    });

    it('and gives no token when the operator declines there', async () => {
      await list(11);
      at.desk.dialogs.confirms = false;
      expect(await at.bulk.confirm({ act: STOP, targets: targets(11) })).toBeNull();
      expect(at.desk.console.count('stop')).toBe(0);
    });

    it('and says that production is among them', async () => {
      at.desk.console.places = [aPlace({ production: true })];
      await list(11);
      await confirm(11);
      expect(at.desk.dialogs.questions[0]?.message).toBe('Delete 11 keys (production among them)?');
    });

    it('never for one key twice or two keys as one operation', async () => {
      await list(2);
      const [one] = targets(1);
      if (one === undefined) throw new Error('No target.');
      const twice = [one, { ...one, operationId: operationId(9) }];
      const merged = [one, { ...one, key: keyAt('key-2') }];
      await expect(at.bulk.confirm({ act: STOP, targets: twice })).rejects.toMatchObject({
        code: 'invalid-input',
      });
      await expect(at.bulk.confirm({ act: STOP, targets: merged })).rejects.toMatchObject({
        code: 'invalid-input',
      });
      await expect(at.bulk.confirm({ act: STOP, targets: [] })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    });
  });
});
