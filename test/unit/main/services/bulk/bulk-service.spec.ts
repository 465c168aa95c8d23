import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { keyAt } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { bulkDesk, operationId, states } from './bulk-desk';

const forbidden = new AppError('forbidden', 'The console does not allow this operator to do that.');
const lost = new AppError('timeout', 'No answer.');

describe('a run that stops many keys', () => {
  let bulk: Awaited<ReturnType<typeof bulkDesk>>;

  beforeEach(async () => {
    bulk = await bulkDesk();
  });

  it('stops exactly the frozen selection, with an outcome for each', async () => {
    const { at, list, confirm, run } = bulk;
    await list(5);
    const token = await confirm(3);
    const report = await run(token, 'DELETE 3 KEYS');
    expect(report).toMatchObject({ state: 'finished', keys: 3, settled: 3, notes: [] });
    expect(report.rows).toEqual(
      [1, 2, 3].map((index) => ({
        key: keyAt(`key-${index}`),
        label: `Key 00${index}`,
        place: 'staging (Acme Qodly)',
        state: 'done',
      })),
    );
    expect(at.desk.console.keys.map(({ id }) => id)).toEqual(['key-4', 'key-5']);
    expect(await at.bulk.report(token)).toEqual(report);
  });

  it('journals one operation per key, and has its plan on disk before the first is sent', async () => {
    const { at, list, confirm, run } = bulk;
    await list(3);
    const token = await confirm(3);
    let plans = 0;
    at.desk.console.gate = (call) => {
      if (call === 'stop') plans = at.desk.stores.bulk.value.length;
      return null;
    };
    await run(token, 'DELETE 3 KEYS');
    expect(at.journal.all().map(({ id, state, label }) => [id, state, label])).toEqual(
      [1, 2, 3].map((index) => [operationId(index), 'confirmed', `Key 00${index}`]),
    );
    expect(plans).toBe(1);
    expect(at.desk.stores.bulk.value).toEqual([]);
  });

  it('sends nothing where the plan cannot be kept', async () => {
    const { at, list, confirm } = bulk;
    await list(3);
    const token = await confirm(3);
    at.desk.stores.bulk.failure = new AppError('storage', 'The disk is full.');
    await expect(at.bulk.start(token, 'DELETE 3 KEYS')).rejects.toMatchObject({ code: 'storage' });
    expect(at.desk.console.count('stop')).toBe(0);
  });

  it('begins with the most powerful, in the order that was frozen', async () => {
    const { at, list, confirm, run } = bulk;
    await list(6);
    at.desk.console.add(aVendorKey({ id: 'key-5', name: 'Mighty', type: 'administration' }));
    await list(4);
    await run(await confirm(5), 'DELETE 5 KEYS');
    expect(at.desk.console.stopped[0]).toBe('key-5');
  });

  describe('goes on past whatever happens to one key', () => {
    it('a refusal and a conflict', async () => {
      const { at, list, confirm, run } = bulk;
      await list(4);
      at.desk.console.add(aVendorKey({ id: 'key-2', revision: '7' }));
      at.desk.console.fail('stop', { when: 'before', error: forbidden });
      const report = await run(await confirm(4), 'DELETE 4 KEYS');
      expect(states(report)).toEqual(['failed', 'failed', 'done', 'done']);
      expect(report.rows.map(({ message }) => message)).toEqual([
        forbidden.message,
        'It was changed by somebody else; look at it again.',
        undefined,
        undefined,
      ]);
      expect(report.state).toBe('finished');
    });

    it('an answer that got lost: it is looked for, and sent again where it did nothing', async () => {
      const { at, list, confirm, run } = bulk;
      await list(4);
      at.desk.console.fail('stop', { when: 'before', error: lost }, { when: 'after', error: lost });
      expect(states(await run(await confirm(4), 'DELETE 4 KEYS'))).toEqual(Array<string>(4).fill('done'));
      expect(at.desk.console.count('stop')).toBe(5);
    });

    it('a bug of ours, after which the key counts as live until it was looked for', async () => {
      const { at, list, confirm, run } = bulk;
      await list(3);
      at.desk.console.gate = (call) => {
        if (call === 'stop' && at.desk.console.count('stop') % 3 !== 1)
          throw new TypeError('undefined is not a function');
        return null;
      };
      const report = await run(await confirm(3), 'DELETE 3 KEYS');
      expect(states(report)).toContain('done');
      for (const { key, state } of report.rows)
        expect(at.desk.console.keys.some(({ id }) => id === key.keyId)).toBe(state !== 'done');
    });

    it('a key that the console keeps although it says otherwise', async () => {
      const { at, list, confirm, run } = bulk;
      await list(2);
      at.desk.console.pretends = true;
      const report = await run(await confirm(2), 'DELETE 2 KEYS');
      expect(states(report)).toEqual(['checking', 'checking']);
      expect(report.rows[0]?.message).toBe('Sent, not confirmed. Treat it as live.');
    });

    it('a refusal after something got lost, which takes nothing back', async () => {
      const { at, list, confirm, run } = bulk;
      await list(2);
      const refusal = { when: 'before', error: forbidden } as const;
      at.desk.console.fail(
        'stop',
        { when: 'late', error: lost },
        null,
        ...Array<typeof refusal>(10).fill(refusal),
      );
      const report = await run(await confirm(2), 'DELETE 2 KEYS');
      expect(states(report)).toEqual(['checking', 'done']);
    });
  });

  it('has at most four on their way, and tells of each as it goes', async () => {
    const { at, list, confirm, run } = bulk;
    await list(20);
    let now = 0;
    let most = 0;
    at.desk.console.gate = async (call) => {
      if (call !== 'stop') return;
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    };
    await run(await confirm(20), 'DELETE 20 KEYS');
    expect(most).toBe(4);
    expect(at.desk.bulkRows.filter(({ state }) => state === 'running')).toHaveLength(20);
    expect(at.desk.bulkRows.filter(({ state }) => state === 'done')).toHaveLength(20);
  });

  it('needs one request for each key, and two more to read all of them back', async () => {
    const { at, list, confirm, run } = bulk;
    await list(20);
    const before = at.desk.console.calls.length;
    await run(await confirm(20), 'DELETE 20 KEYS');
    expect(at.desk.console.calls.slice(before)).toEqual([
      ...Array<string>(20).fill('stop'),
      'keys',
      'environments',
    ]);
  });

  it('goes on with what failed when it is asked to, and with nothing else', async () => {
    const { at, list, confirm, run, resume } = bulk;
    await list(3);
    at.desk.console.fail('stop', { when: 'before', error: forbidden });
    const token = await confirm(3);
    expect(states(await run(token, 'DELETE 3 KEYS'))).toEqual(['failed', 'done', 'done']);
    expect(states(await resume(token))).toEqual(['done', 'done', 'done']);
    expect(at.desk.console.count('stop')).toBe(4);
  });
});
