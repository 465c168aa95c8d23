import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const operationId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const target = (index: number, revision = '1') => ({
  operationId: operationId(index),
  key: keyAt(`key-${index}`),
  revision,
});
const targets = (count: number) => Array.from({ length: count }, (_none, index) => target(index + 1));
const forbidden = new AppError('forbidden', 'The console does not allow this operator to do that.');

describe('BulkService', () => {
  let at: Desk;
  const list = async (count: number, over: Parameters<typeof aVendorKey>[0] = {}): Promise<void> => {
    for (let index = 1; index <= count; index += 1)
      at.desk.console.add(aVendorKey({ id: `key-${index}`, name: `Key ${index}`, ...over }));
    await at.listings.load(STAGING);
  };
  const confirm = async (count: number): Promise<string> =>
    (await at.bulk.confirm(targets(count)))?.token ?? '';
  const run = (token: string, typed: string) => at.desk.clock.until(at.bulk.start(token, typed));
  const states = (report: { rows: { state: string }[] }): string[] => report.rows.map(({ state }) => state);

  beforeEach(async () => {
    at = await startedDesk();
  });

  it('stops exactly the frozen selection, with an outcome for each', async () => {
    await list(5);
    const token = await confirm(3);
    const report = await run(token, 'DELETE 3 KEYS');
    expect(report.state).toBe('finished');
    expect(report.rows).toEqual(
      [1, 2, 3].map((index) => ({ key: keyAt(`key-${index}`), label: `Key ${index}`, state: 'stopped' })),
    );
    expect(at.desk.console.keys.map(({ id }) => id)).toEqual(['key-4', 'key-5']);
    expect(at.bulk.report(token)).toEqual(report);
  });

  it('journals one operation per key', async () => {
    await list(3);
    await run(await confirm(3), 'DELETE 3 KEYS');
    expect(at.journal.all().map(({ id, state, label }) => [id, state, label])).toEqual(
      [1, 2, 3].map((index) => [operationId(index), 'confirmed', `Key ${index}`]),
    );
  });

  describe('goes on past whatever happens to one key', () => {
    it('a refusal, a conflict, an answer that got lost', async () => {
      await list(4);
      at.desk.console.add(aVendorKey({ id: 'key-2', revision: '7' }));
      const lost = new AppError('timeout', 'No answer.');
      at.desk.console.fail('stop', { when: 'before', error: forbidden }, null, {
        when: 'before',
        error: lost,
      });
      const report = await run(await confirm(4), 'DELETE 4 KEYS');
      expect(states(report)).toEqual(['failed', 'failed', 'checking', 'stopped']);
      expect(report.rows.map(({ message }) => message)).toEqual([
        forbidden.message,
        'It was changed by somebody else; look at it again.',
        'Sent, not confirmed. Treat it as live.',
        undefined,
      ]);
      expect(report.state).toBe('finished');
    });

    it('a bug of ours, after which the key counts as live', async () => {
      await list(3);
      at.desk.console.gate = (call) => {
        if (call === 'stop' && at.desk.console.count('stop') === 2)
          throw new TypeError('undefined is not a function');
        return null;
      };
      const report = await run(await confirm(3), 'DELETE 3 KEYS');
      expect(states(report)).toEqual(['stopped', 'checking', 'stopped']);
      expect(at.journal.find(operationId(2))).toMatchObject({ state: 'ambiguous', error: 'unexpected' });
    });

    it('a key that the console keeps although it says otherwise', async () => {
      await list(2);
      at.desk.console.pretends = true;
      expect(states(await run(await confirm(2), 'DELETE 2 KEYS'))).toEqual(['checking', 'checking']);
    });
  });

  it('has at most four on their way, and tells of each as it goes', async () => {
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
    expect(at.desk.bulkRows.filter(({ state }) => state === 'stopped')).toHaveLength(20);
  });

  it('needs two requests for each key', async () => {
    await list(20);
    const before = at.desk.console.calls.length;
    await run(await confirm(20), 'DELETE 20 KEYS');
    expect(at.desk.console.calls.slice(before).sort()).toEqual([
      ...Array<string>(20).fill('key'),
      ...Array<string>(20).fill('stop'),
    ]);
  });

  it('sends nothing more once it is cancelled; what is on its way gets its outcome', async () => {
    await list(10);
    const token = await confirm(10);
    at.desk.console.gate = (call) => {
      if (call === 'stop' && at.desk.console.count('stop') === 4) at.bulk.cancel(token);
      return null;
    };
    const report = await run(token, 'DELETE 10 KEYS');
    expect(report.state).toBe('cancelled');
    expect(states(report)).toEqual([
      ...Array<string>(4).fill('stopped'),
      ...Array<string>(6).fill('cancelled'),
    ]);
    expect(at.desk.console.keys).toHaveLength(6);
  });

  it('cannot be cancelled or reported when there is none', () => {
    at.bulk.cancel('none');
    expect(() => at.bulk.report('none')).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });

  it('picks up where a crash left it, when the same selection is stopped again', async () => {
    await list(5);
    await run(await confirm(3), 'DELETE 3 KEYS');
    Object.assign(at, at.desk.start());
    const report = await run(await confirm(5), 'DELETE 5 KEYS');
    expect(states(report)).toEqual(Array<string>(5).fill('stopped'));
    expect(at.desk.console.stopped).toEqual(['key-1', 'key-2', 'key-3', 'key-4', 'key-5']);
  });
});
