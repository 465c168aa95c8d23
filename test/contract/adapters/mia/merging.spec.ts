import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import type { FaultProxy } from '@test/support/fault-proxy';
import { faults } from '@test/support/fault-proxy/faults';
import { DEV } from '../../practice/mia/mia-console';
import { anIntent, codeOf, traceOf } from '../trial';
import { aDraft } from './console';
import { meanwhile, SAVE, startTwoDesks, type TwoDesks } from './two-desks';

describe('saving what somebody else saves too, or what nobody confirms', () => {
  let desks: TwoDesks;
  let ours: ConsoleAdapter;
  let colleague: ConsoleAdapter;
  let proxy: FaultProxy;

  const start = async (options: Parameters<typeof startTwoDesks>[0] = {}): Promise<void> => {
    desks = await startTwoDesks(options);
    ({ ours, colleague, proxy } = desks);
  };
  beforeEach(() => start());
  afterEach(() => desks.stop());

  it.each([409, 400, 412, 422, 404])(
    'merges with what somebody else saved meanwhile, whatever the refusal: %i',
    async (status) => {
      await desks.stop();
      await start({ assumptions: { miaStaleSaveStatus: status } });
      const key = await desks.theKey('courier_sync');
      proxy.clear();
      const theirs = () => colleague.issue(DEV, aDraft({ name: 'theirs' }), anIntent());
      proxy.on({ ...SAVE, times: 1 }, meanwhile(theirs));
      await ours.edit(DEV, key.id, { active: false }, key.revision);
      expect(desks.posts()).toBe(2);
      const names = (await desks.read()).secrets
        .filter(({ active }) => !active)
        .map(({ clientType }) => clientType);
      expect(names).toEqual(['legacy_erp', 'courier_sync']);
      expect(await desks.theKey('theirs')).toMatchObject({ active: true });
      expect(desks.told).toHaveLength(1);
      expect(desks.told[0]?.[2]).toBe((await desks.read()).commitId);
    },
  );

  it('is a conflict where somebody else changed the same key meanwhile', async () => {
    const key = await desks.theKey('courier_sync');
    proxy.on(
      { ...SAVE, times: 1 },
      meanwhile(() => colleague.edit(DEV, key.id, { description: 'theirs' })),
    );
    expect(await codeOf(ours.edit(DEV, key.id, { active: false }, key.revision))).toBe('conflict');
    expect(await desks.theKey('courier_sync')).toMatchObject({ active: true, description: 'theirs' });
    const now = await desks.theKey('courier_sync');
    proxy.clear();
    proxy.on(
      { ...SAVE, times: 1 },
      meanwhile(() => colleague.edit(DEV, key.id, { active: false })),
    );
    expect(await codeOf(ours.stop(DEV, now.id, now.revision))).toBe('conflict');
    expect(await desks.theKey('courier_sync')).toMatchObject({ active: false });
  });

  it('is gone where somebody else deleted the key meanwhile', async () => {
    const key = await desks.theKey('courier_sync');
    proxy.on(
      { ...SAVE, times: 1 },
      meanwhile(() => colleague.stop(DEV, key.id)),
    );
    expect(await codeOf(ours.stop(DEV, key.id, key.revision))).toBe('not-found');
    expect(await ours.key(DEV, key.id)).toBeNull();
  });

  it('never makes a second key where the refused one may be there', async () => {
    const intent = anIntent();
    const draft = aDraft({ name: 'twin' });
    proxy.on(
      { ...SAVE, times: 1 },
      meanwhile(() => colleague.issue(DEV, aDraft({ name: 'twin' }), anIntent())),
    );
    expect(await codeOf(ours.issue(DEV, draft, intent))).toBe('bad-answer');
    expect(desks.posts() - 1).toBe(1);
    expect((await desks.read()).secrets.filter(({ clientType }) => clientType === 'twin')).toHaveLength(1);
    expect(await ours.findIssued(DEV, traceOf(intent, { name: 'twin' }))).toBeNull();
    const { key } = await ours.issue(DEV, draft, intent);
    expect(key.id).toBe('twin#2');
  });

  it('gives up in time where others save again and again, and says that nothing was changed', async () => {
    let count = 0;
    const theirs = () => colleague.issue(DEV, aDraft({ name: `theirs_${(count += 1)}` }), anIntent());
    proxy.on(SAVE, meanwhile(theirs));
    const key = await desks.theKey('courier_sync');
    await expect(ours.stop(DEV, key.id, key.revision)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(count).toBe(2);
    expect(await desks.theKey('courier_sync')).toEqual(key);
  });

  it.each([409, 404, 410])('calls a refusal a refusal where nobody else saved: %i', async (status) => {
    const key = await desks.theKey('courier_sync');
    proxy.clear();
    proxy.on(SAVE, faults.status(status, { statusCode: status, message: 'save rules' }));
    expect(await codeOf(ours.stop(DEV, key.id, key.revision))).toBe('forbidden');
    expect(desks.posts()).toBe(1);
  });

  it.each([
    ['the connection dies after', faults.forwardThenReset()],
    ['the server fails after', faults.afterForward(faults.status(500))],
    ['the answer says nothing', faults.afterForward(faults.status(200, {}))],
  ] as const)('leaves open what became of a stop when %s, and sends it once', async (_case, fault) => {
    const key = await desks.theKey('courier_sync');
    proxy.clear();
    proxy.on(SAVE, fault);
    expect(['offline', 'server', 'bad-answer']).toContain(await codeOf(ours.stop(DEV, key.id, key.revision)));
    expect(desks.posts()).toBe(1);
    expect(desks.told).toEqual([]);
    expect(await ours.key(DEV, key.id)).toBeNull();
  });

  it('finds the very key it sent, by its value, and sends none again', async () => {
    const intent = anIntent();
    const draft = aDraft({ name: 'mobile_app' });
    proxy.on({ ...SAVE, times: 1 }, faults.forwardThenReset());
    expect(await codeOf(ours.issue(DEV, draft, intent))).toBe('offline');
    await colleague.issue(DEV, aDraft({ name: 'mobile_app' }), anIntent());
    const found = await ours.findIssued(DEV, traceOf(intent, { name: 'mobile_app', known: ['mobile_app'] }));
    expect(found?.id).toBe('mobile_app#2');
    const again = await ours.issue(DEV, { ...draft, secret: 'made-up-anew-by-main' }, intent);
    expect(again).toEqual({ key: found, secret: draft.secret });
    expect((await desks.read()).secrets.filter(({ clientType }) => clientType === 'mobile_app')).toHaveLength(
      3,
    );
  });
});
