import * as z from 'zod';
import { activityText, NO_HASH, type ActivityEntry, type ActivityHead } from '@core/domain/activity';
import { Instant } from '@core/domain/instant';

/**
 * unreadable: the line is no entry · changed: it does not say what was written · missing: `count` lines between this
 * one and the one before are gone · order: it stands where another belongs.
 */
export const ActivityFault = z.object({
  kind: z.enum(['unreadable', 'changed', 'missing', 'order']),
  /** In the file, from 1. */
  line: z.number().int().positive(),
  count: z.number().int().positive().optional(),
});
export type ActivityFault = z.infer<typeof ActivityFault>;

/**
 * What the end of the log is worth against the head in the keychain.
 * kept: it is there, and `after` lines were appended since · cut: `missing` lines after the last one are gone ·
 * changed: the line the head is of is not that line any more · unknown: there is no head, so that a cut tail could not
 * be told, and why.
 */
export const ActivityTail = z.discriminatedUnion('state', [
  z.object({ state: z.literal('kept'), count: z.number(), after: z.number() }),
  z.object({ state: z.literal('cut'), missing: z.number() }),
  z.object({ state: z.literal('changed'), line: z.number() }),
  z.object({
    state: z.literal('unknown'),
    why: z.enum(['absent', 'damaged', 'locked', 'unavailable', 'unresponsive']),
  }),
]);
export type ActivityTail = z.infer<typeof ActivityTail>;

/** How many faults are listed; of more only the number. */
export const FAULTS_LISTED = 100;

/** What *Verify* found. */
export const ActivityCheck = z.object({
  at: Instant,
  lines: z.number().int().nonnegative(),
  faults: z.array(ActivityFault).max(FAULTS_LISTED),
  faultsInAll: z.number().int().nonnegative(),
  tail: ActivityTail,
  /** What the log itself says of lines that were lost before: the line that says it, and its words. */
  losses: z.array(z.object({ line: z.number().int().positive(), text: z.string() })).max(FAULTS_LISTED),
});
export type ActivityCheck = z.infer<typeof ActivityCheck>;

/** The lines of a log as they stand in the file; null for one that is no entry. */
export type ActivityLines = readonly (ActivityEntry | null)[];

/** The hash that a line should have. */
export const hashOf = (entry: Omit<ActivityEntry, 'hash'>, sha256: (text: string) => string): string =>
  sha256(activityText(entry));

/** As many lines are looked at between two pauses. */
const AT_A_TIME = 500;

/** Finds every line that is not as it was written, or not where it was written; pauses now and then. */
export function* findFaults(
  lines: ActivityLines,
  sha256: (text: string) => string,
): Generator<void, ActivityFault[]> {
  const faults: ActivityFault[] = [];
  const present = lines.flatMap((entry) => (entry === null ? [] : [entry.seq])).sort((a, b) => a - b);
  let last = { line: 0, seq: 0, hash: NO_HASH };
  let unreadable = 0;
  for (const [index, entry] of lines.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) yield;
    const line = index + 1;
    if (entry === null) {
      unreadable += 1;
      faults.push({ kind: 'unreadable', line });
      continue;
    }
    const intact = entry.hash === hashOf(entry, sha256);
    if (!intact) faults.push({ kind: 'changed', line });
    const gap = entry.seq - last.seq - 1;
    if (gap > 0) faults.push(...gapFaults(line, gap, between(present, last.seq, entry.seq), unreadable));
    if (gap < 0) faults.push({ kind: 'order', line });
    else {
      // What follows from a line tells whether that line was written anew as a whole.
      if (gap === 0 && entry.previous !== last.hash)
        faults.push({ kind: 'changed', line: last.line || line });
      last = { line, seq: entry.seq, hash: entry.hash };
      unreadable = 0;
    }
  }
  return withoutTwins(faults);
}

/** A gap is explained by lines that cannot be read, by lines that stand elsewhere, or lines are gone. */
function gapFaults(line: number, gap: number, elsewhere: number, unreadable: number): ActivityFault[] {
  const count = gap - elsewhere - unreadable;
  return [
    ...(elsewhere > 0 ? [{ kind: 'order', line } as const] : []),
    ...(count > 0 ? [{ kind: 'missing', line, count } as const] : []),
  ];
}

/** How many of these sorted numbers lie between two. */
const between = (sorted: readonly number[], low: number, high: number): number =>
  Math.max(0, firstFrom(sorted, high) - firstFrom(sorted, low + 1));

function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutTwins(faults: readonly ActivityFault[]): ActivityFault[] {
  const seen = new Set<string>();
  return faults.filter(({ kind, line }) => {
    const name = `${kind} ${line}`;
    return !seen.has(name) && seen.add(name);
  });
}

/** Compares the end of a log with its kept head. */
export function tailAgainst(lines: ActivityLines, head: ActivityHead): ActivityTail {
  const last = lines.reduce((most, entry) => Math.max(most, entry?.seq ?? 0), 0);
  const at = lines.findIndex((entry) => entry?.seq === head.count);
  if (at >= 0 && lines[at]?.hash === head.hash)
    return { state: 'kept', count: head.count, after: last - head.count };
  if (at >= 0) return { state: 'changed', line: at + 1 };
  const unreadable = lines.length - 1 - lines.findLastIndex((entry) => entry !== null);
  const missing = head.count - last - unreadable;
  if (missing > 0) return { state: 'cut', missing };
  return { state: 'changed', line: Math.min(head.count, Math.max(1, lines.length)) };
}
