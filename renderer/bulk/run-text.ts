import type { BulkAct, BulkReport, BulkRow } from '@core/domain/bulk';
import { takesAway } from '@core/domain/bulk-fate';
import { actWords } from '@core/domain/bulk-words';
import { environmentKey } from '@core/domain/environment';
import { formatCount, plural } from '@core/text/format';
import type { Place, Places } from '@renderer/shared/place';
import { isDeadOnceStopped } from '@renderer/shared/stopped';

/** The words for one key's outcome, at the place where it was, as far as that is known. */
export function outcomeText(
  { state }: Pick<BulkRow, 'state'>,
  act: BulkAct,
  place: Place | undefined,
): string {
  return state === 'done' ? doneText(act, place) : STATES[state];
}

const STATES: Readonly<Record<Exclude<BulkRow['state'], 'done'>, string>> = {
  waiting: 'Waiting',
  running: 'Running',
  checking: 'Not confirmed',
  failed: 'Failed',
  cancelled: 'Left alone',
};

/** SECURITY: a word that must not sound dead where the key is not. */
function doneText(act: BulkAct, place: Place | undefined): string {
  if (act.kind === 'stop' && place?.vendor.mustDeploy === true) return 'Removed, not deployed';
  const { past } = actWords(act, place === undefined ? [] : [place.traits]);
  const word = place === undefined && act.kind === 'stop' ? 'read back' : past;
  return `${capital(word)}${place?.vendor.mustDeploy === true ? ', not deployed' : ''}`;
}

/** How many keys have which outcome. */
export function countStates(rows: readonly Pick<BulkRow, 'state'>[]): Record<BulkRow['state'], number> {
  const counts = { waiting: 0, running: 0, done: 0, checking: 0, failed: 0, cancelled: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** All outcomes in one line: "7 deleted · 2 failed · 1 not confirmed". Outcomes that did not occur are left out. */
export function summaryText(rows: readonly Pick<BulkRow, 'state'>[], past: string): string {
  const { done, failed, checking, cancelled, waiting, running } = countStates(rows);
  const parts: [number, string][] = [
    [done, past],
    [failed, 'failed'],
    [checking, 'not confirmed'],
    [cancelled, 'left alone'],
    [running, 'running'],
    [waiting, 'not sent'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`)
    .join(' · ');
}

/** Where the keys of a run live, as far as that is known, each place once. */
export function placesOfRun({ rows }: BulkReport, places: Places): Place[] {
  const names = new Set(rows.map(({ key }) => environmentKey(key)));
  return [...names].flatMap((name) => places.get(name) ?? []);
}

/** What a run is about: "Delete 12 keys". */
export function runTitle({ act, keys }: Pick<BulkReport, 'act' | 'keys'>, places: readonly Place[]): string {
  const { verb } = actWords(
    act,
    places.map(({ traits }) => traits),
  );
  return `${verb} ${plural(keys, 'API key')}`;
}

/** Whether every key of a run is as the act meant it, beyond doubt. */
export const allDone = ({ rows }: BulkReport): boolean => rows.every(({ state }) => state === 'done');

/** What the outcome of a run that is over means. */
export function meaning(report: BulkReport, places: readonly Place[], past: string): string {
  const all = allDone(report);
  if (!takesAway(report.act))
    return all ? 'The console was read again and has it so.' : 'Only the keys marked as such were changed.';
  const dead = places.every(isDeadOnceStopped);
  if (report.act.kind === 'disable')
    return all ? 'The console has all of them as disabled.' : 'Treat all others as live.';
  if (all && dead) return 'The console was read again and lists none of them.';
  if (all) return 'They were read again and are not listed any more. That alone does not stop them.';
  return dead
    ? `Only the keys marked as ${past} are gone. Treat all others as live.`
    : 'Treat all of them as live, also those that are not listed any more.';
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
