import { appendFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeychainState } from '@main/ports';
import { ActivityRig, shown } from './activity-rig';

describe('the end of the activity log', () => {
  let rig: ActivityRig;

  beforeEach(async () => {
    rig = await ActivityRig.create();
  });

  const check = async () => (await rig.start()).verify();

  it('is in the keychain, so that a cut tail is found', async () => {
    await rig.written('A', 'B', 'C');
    expect(await check()).toMatchObject({ tail: { state: 'kept', count: 3, after: 0 } });
    await rig.tamper((lines) => lines.slice(0, 1));
    expect(await check()).toMatchObject({ lines: 1, faultsInAll: 0, tail: { state: 'cut', missing: 2 } });
  });

  it('tells that the whole log is gone', async () => {
    await rig.written('A', 'B');
    await rig.tamper(() => []);
    expect(await check()).toMatchObject({ tail: { state: 'cut', missing: 2 } });
  });

  it('tells a log that was written anew as a whole', async () => {
    await rig.written('A', 'B');
    const forger = await ActivityRig.create();
    await forger.written('A', 'X');
    const forged = await forger.lines();
    await rig.tamper(() => forged);
    expect(await check()).toMatchObject({ faultsInAll: 0, tail: { state: 'changed', line: 2 } });
  });

  it('says what was appended after it was kept', async () => {
    await rig.written('A', 'B');
    const service = await rig.start();
    rig.keychain.state = 'locked';
    service.record(shown('C'));
    await service.finish();
    rig.keychain.state = 'ok';
    expect(await check()).toMatchObject({ tail: { state: 'kept', count: 2, after: 1 } });
  });

  it.each<KeychainState>(['locked', 'unavailable', 'unresponsive'])(
    'cannot be known while the keychain is %s',
    async (state) => {
      await rig.written('A');
      rig.keychain.state = state;
      expect(await check()).toMatchObject({ faultsInAll: 0, tail: { state: 'unknown', why: state } });
    },
  );

  it('cannot be known where none was kept', async () => {
    expect(await check()).toMatchObject({ lines: 0, tail: { state: 'unknown', why: 'absent' } });
  });

  it('is one per profile, so that another one in the same keychain is not taken for it', async () => {
    await rig.written('A');
    const other = await rig.start('/home/ada/another profile');
    expect(await other.verify()).toMatchObject({ tail: { state: 'unknown', why: 'absent' } });
  });

  it('is not replaced before what it shows to be gone is written down, for good', async () => {
    await rig.written('A', 'B', 'C');
    await rig.tamper((lines) => lines.slice(0, 1));
    await rig.written('D');
    const [, d, loss] = await rig.entries();
    expect(d).toMatchObject({ seq: 2, keyName: 'D' });
    expect(loss).toMatchObject({
      action: 'log-broken',
      detail: 'The keychain knew of 3 lines, and the log ended with line 1 when Keydesk started.',
    });
    expect(await check()).toMatchObject({
      tail: { state: 'kept', count: 3, after: 0 },
      losses: [{ line: 3, text: loss?.detail }],
    });
  });

  it('is not replaced while the keychain cannot be read', async () => {
    await rig.written('A', 'B');
    await rig.tamper((lines) => lines.slice(0, 1));
    const service = await rig.start();
    rig.keychain.state = 'locked';
    service.record(shown('C'));
    await service.finish();
    expect(rig.keychainWrites).toBe(1);
    rig.keychain.state = 'ok';
    // The line in the place of the lost one is another one.
    expect(await check()).toMatchObject({ tail: { state: 'changed', line: 2 } });
  });

  it('takes a line that was written just before a crash for what it is', async () => {
    await rig.written('A');
    const service = await rig.start();
    service.record(shown('B'));
    await service.load();
    await rig.written('C');
    expect((await rig.entries()).map(({ keyName }) => keyName)).toEqual(['A', 'B', 'C']);
    expect(await check()).toMatchObject({ losses: [], tail: { state: 'kept', count: 3 } });
  });

  it('costs no more than a few calls, however much is done', async () => {
    const service = await rig.start();
    for (let index = 0; index < 1_000; index += 1) service.record(shown(`Key ${index}`));
    expect(rig.keychainReads).toBe(0);
    await service.load();
    await rig.clock.pass(60_000);
    expect(rig.keychainWrites).toBe(1);
    await service.finish();
    expect(rig.keychainWrites).toBe(1);
    expect(await service.verify()).toMatchObject({ tail: { state: 'kept', count: 1_000, after: 0 } });
  });
});

describe('a line of the activity log', () => {
  it('that was changed, taken out or moved is found by its number', async () => {
    const rig = await ActivityRig.create();
    await rig.written('A', 'B', 'C', 'D');
    const lines = await rig.lines();
    const doings: [(lines: string[]) => string[], object][] = [
      [(all) => all.map((line) => line.replace('"B"', '"X"')), { kind: 'changed', line: 2 }],
      [(all) => all.filter((_, at) => at !== 1), { kind: 'missing', line: 2, count: 1 }],
      [(all) => all.with(2, 'nothing'), { kind: 'unreadable', line: 3 }],
      [(all) => all.with(1, all[2] ?? '').with(2, all[1] ?? ''), { kind: 'order', line: 2 }],
      [(all) => all.with(1, (all[1] ?? '').replace('{', '{"more":1,')), { kind: 'unreadable', line: 2 }],
    ];
    for (const [doing, fault] of doings) {
      await rig.tamper(() => doing(lines));
      const { faults } = await (await rig.start()).verify();
      expect(faults[0]).toEqual(fault);
    }
  });

  it('that a crash tore was never written, and the log goes on without it', async () => {
    const rig = await ActivityRig.create();
    await rig.written('A', 'B');
    await appendFile(rig.path, '{"action":"show","resu');
    await rig.written('C');
    expect((await rig.entries()).map(({ keyName }) => keyName)).toEqual(['A', 'B', 'C']);
    const found = await (await rig.start()).verify();
    expect(found).toMatchObject({ lines: 3, faultsInAll: 0, losses: [], tail: { state: 'kept', count: 3 } });
  });
});
