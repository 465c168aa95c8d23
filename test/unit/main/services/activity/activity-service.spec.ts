import { beforeEach, describe, expect, it } from 'vitest';
import { NO_HASH, type ActivityEntry } from '@core/domain/activity';
import { AppError } from '@core/domain/app-error';
import { parseCsv } from '@core/text/csv';
import { ActivityRig, shown } from './activity-rig';

const full = new AppError('storage', 'The disk is full.');

describe('the activity log', () => {
  let rig: ActivityRig;

  beforeEach(async () => {
    rig = await ActivityRig.create();
  });

  it('has a line for everything, each with the hash of the one before', async () => {
    const service = await rig.start();
    service.record(shown('A'));
    service.record(shown('B'));
    await service.finish();
    const [a, b, ...others] = await rig.entries();
    expect(a).toMatchObject({ seq: 1, at: '2026-03-04T12:00:00.000Z', person: 'ada', previous: NO_HASH });
    expect(b).toMatchObject({ seq: 2, action: 'show', keyName: 'B', previous: a?.hash });
    expect(others).toEqual([]);
  });

  it('goes on where it ended before', async () => {
    await rig.written('A', 'B');
    await rig.written('C');
    const [, b, c] = await rig.entries();
    expect(c).toMatchObject({ seq: 3, keyName: 'C', previous: b?.hash });
    expect(await (await rig.start()).verify()).toMatchObject({ lines: 3, faultsInAll: 0, losses: [] });
  });

  it('takes what looks like a credential out of words', async () => {
    const service = await rig.start();
    service.record({ ...shown('A'), detail: 'password: correct horse' });
    await service.finish();
    expect(await rig.lines()).toEqual([expect.not.stringContaining('correct horse')]);
  });

  it('is given to the window page by page, each page once', async () => {
    await rig.written(...Array.from({ length: 2_001 }, (_, index) => `Key ${index}`));
    const service = await rig.start();
    const { listing, ...said } = await service.load();
    expect(said).toMatchObject({ rows: 2_001, pages: 2, unreadable: 0, behind: { lines: 0, problem: null } });
    expect(JSON.parse(service.page(listing, 0))).toHaveLength(2_000);
    expect(JSON.parse(service.page(listing, 1))).toMatchObject([{ keyName: 'Key 2000' }]);
    expect(() => service.page(listing, 0)).toThrow('read again');
  });

  describe('while the disk fails', () => {
    it('keeps what happened and says so, and writes it when the disk works again', async () => {
      const service = await rig.start();
      rig.full = full;
      service.record(shown('A'));
      expect(await service.load()).toMatchObject({
        rows: 0,
        behind: { lines: 1, problem: { message: 'The disk is full.' } },
      });
      rig.full = null;
      await rig.clock.pass(30_000);
      expect(await service.load()).toMatchObject({ rows: 1, behind: { lines: 0, problem: null } });
      expect(rig.log.lines).toContainEqual({
        event: 'activity.not-written',
        facts: { code: 'storage', count: 1 },
      });
    });

    it('keeps no more than it can hold, and says in the log how much is missing', async () => {
      const service = await rig.start();
      rig.full = full;
      for (let index = 0; index < 5_003; index += 1) service.record(shown(`Key ${index}`));
      expect((await service.load()).behind.lines).toBe(5_003);
      rig.full = null;
      await service.finish();
      const last = (await rig.entries()).at(-1);
      expect(last).toMatchObject({ seq: 5_001, action: 'log-gap' });
      expect(last?.detail).toMatch(/^3 more things/);
      expect(await service.verify()).toMatchObject({ faultsInAll: 0, losses: [{ line: 5_001 }] });
    });

    it('says in the other log what it could not write until the end', async () => {
      const service = await rig.start();
      rig.full = full;
      service.record(shown('A'));
      await service.finish();
      expect(rig.log.lines).toContainEqual({ event: 'activity.lost', facts: { count: 1 } });
    });
  });

  describe('saved', () => {
    const saved = (): string => [...rig.files.saved.values()][0]?.text ?? '';

    it('as CSV has a row for each line, and no formula', async () => {
      await rig.written('=1+1', 'B');
      const service = await rig.start();
      expect(await service.export('csv', null)).toEqual({ path: '/home/ada/key.txt', lines: 2 });
      expect(rig.dialogs.suggested).toEqual(['keydesk-activity-2026-03-04.csv']);
      const [heading, first, second] = parseCsv(saved());
      expect(heading?.slice(0, 3)).toEqual(['seq', 'at', 'person']);
      expect(first).toContain('=1+1');
      expect(saved()).toContain(`"'=1+1"`);
      expect(second).toContain('B');
    });

    it('as JSON holds the lines that were asked for, as they are', async () => {
      await rig.written('A', 'B', 'C');
      await (await rig.start()).export('json', [1, 3]);
      const { entries } = JSON.parse(saved()) as { entries: ActivityEntry[] };
      expect(entries).toEqual((await rig.entries()).filter(({ seq }) => seq !== 2));
    });

    it('is nothing when the operator cancels', async () => {
      await rig.written('A');
      rig.dialogs.saveAs = null;
      expect(await (await rig.start()).export('csv', null)).toBeNull();
      expect(rig.files.saved.size).toBe(0);
    });
  });
});
