import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityText, ActivityEntry, tidyNote } from '@core/domain/activity';
import { findFaults, tailAgainst, type ActivityFault, type ActivityLines } from '@core/domain/activity-check';
import { nodeCrypto } from '@main/node-crypto';
import { activityLog, sealed } from '@test/support/activity';

const LOG = activityLog(9);
function faultsOf(lines: ActivityLines): ActivityFault[] {
  const work = findFaults(lines, (text) => nodeCrypto.sha256(text));
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
const line = (seq: number): ActivityEntry => LOG[seq - 1] ?? LOG[0]!;
const changed = (seq: number): ActivityEntry => ({ ...line(seq), person: 'mallory' });
const without = (...seqs: number[]): ActivityEntry[] => LOG.filter(({ seq }) => !seqs.includes(seq));
const swapped = (a: number, b: number): ActivityEntry[] =>
  LOG.map((entry) => (entry.seq === a ? line(b) : entry.seq === b ? line(a) : entry));
const put = (seq: number, entry: ActivityEntry | null): ActivityLines => LOG.with(seq - 1, entry!);

describe('the lines of a log', () => {
  it('are in order as they were written', () => {
    expect(faultsOf(LOG)).toEqual([]);
    expect(faultsOf([])).toEqual([]);
  });

  it.each([
    ['a line that says something else', put(4, changed(4)), [{ kind: 'changed', line: 4 }]],
    ['the first line', put(1, changed(1)), [{ kind: 'changed', line: 1 }]],
    ['the last line', put(9, changed(9)), [{ kind: 'changed', line: 9 }]],
    ['a line written anew, its hash too', put(4, sealed(changed(4))), [{ kind: 'changed', line: 4 }]],
    ['a line that is no entry', put(4, null), [{ kind: 'unreadable', line: 4 }]],
    ['a line that is gone', without(4), [{ kind: 'missing', line: 4, count: 1 }]],
    ['lines that are gone from the front', without(1, 2), [{ kind: 'missing', line: 1, count: 2 }]],
    [
      'several things at once',
      [line(1), changed(2), line(3), null, line(8), line(9)],
      [
        { kind: 'changed', line: 2 },
        { kind: 'unreadable', line: 4 },
        { kind: 'missing', line: 5, count: 3 },
      ],
    ],
    ['a line twice', [line(1), line(2), line(2), line(3)], [{ kind: 'order', line: 3 }]],
    [
      'two lines that changed places',
      swapped(4, 5),
      [
        { kind: 'order', line: 4 },
        { kind: 'order', line: 5 },
      ],
    ],
  ] as const)('betray %s', (_what, lines, faults) => {
    expect(faultsOf(lines)).toEqual(faults);
  });

  it('betray whatever is done to them, except that their end is missing', () => {
    const place = fc.integer({ min: 1, max: 9 });
    const doings = fc.oneof(
      place.map((seq) => put(seq, changed(seq))),
      place.map((seq) => put(seq, null)),
      // The last line has nobody after it who would know.
      fc.integer({ min: 1, max: 8 }).map((seq) => without(seq)),
      fc.integer({ min: 1, max: 8 }).map((seq) => put(seq, sealed(changed(seq)))),
      fc.uniqueArray(place, { minLength: 2, maxLength: 2 }).map(([a = 1, b = 2]) => swapped(a, b)),
      place.map((seq) => [...LOG.slice(0, seq), line(seq), ...LOG.slice(seq)]),
    );
    fc.assert(fc.property(doings, (lines) => void expect(faultsOf(lines)).not.toEqual([])));
  });

  it('are checked in a moment, however broken they are', () => {
    const many = activityLog(3_000).map((entry, at) => ({ ...entry, seq: at * 1e9 + 1 }));
    expect(faultsOf(many.reverse()).length).toBeGreaterThan(3_000);
  });
});

describe('the end of a log', () => {
  const head = (seq: number) => ({ count: seq, hash: line(seq).hash });

  it.each([
    ['is kept', LOG, head(9), { state: 'kept', count: 9, after: 0 }],
    ['has grown', LOG, head(6), { state: 'kept', count: 6, after: 3 }],
    ['is cut', LOG.slice(0, 6), head(9), { state: 'cut', missing: 3 }],
    ['is gone with everything else', [], head(9), { state: 'cut', missing: 9 }],
    ['was written anew', put(9, sealed(changed(9))), head(9), { state: 'changed', line: 9 }],
    ['is no entry any more', put(9, null), head(9), { state: 'changed', line: 9 }],
  ] as const)('%s', (_what, lines, kept, tail) => {
    expect(tailAgainst(lines, kept)).toEqual(tail);
  });
});

describe('a line', () => {
  it('is hashed over its facts in the order of their names', () => {
    const { hash: _hash, ...entry } = line(1);
    expect(activityText(entry)).toBe(
      `{"action":"show","at":"2026-03-04T12:01:00.000Z","person":"ada","previous":"${'0'.repeat(64)}","result":"done","seq":1}`,
    );
    // The same figure from another program: printf %s TEXT | sha256sum
    expect(line(1).hash).toBe('85bcb094fa5e748447813463a76d5c6a3a829a45a85e88a6ef20bfaf4dd8c076');
  });

  it('holds nothing but its facts', () => {
    expect(ActivityEntry.safeParse({ ...line(1), secret: 'x' }).success).toBe(false);
  });
});

describe('a note', () => {
  it('is cut where it is too long for a line', () => {
    const note = tidyNote({ action: 'show', result: 'done', keyName: 'n'.repeat(999), detail: undefined });
    expect(note).toEqual({ action: 'show', result: 'done', keyName: 'n'.repeat(400) });
  });

  it('that names something that cannot be is none', () => {
    expect(tidyNote({ action: 'show', result: 'done', consoleId: 'No such id' })).toBeNull();
  });
});
