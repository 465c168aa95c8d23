import { formatCount, listed, plural } from '@core/text/format';
import type { BulkRow } from '@renderer/api/types';
import { canStop, canStopInBulk } from './key-rights';
import type { KeyRow } from './key-row';
import type { Place } from '@renderer/shared/place';
import { stoppedWord } from './stop-text';

/** The words for one key's outcome, at the place where it was. */
export function outcomeText(state: BulkRow['state'], place: Place): string {
  const words: Readonly<Record<BulkRow['state'], string>> = {
    waiting: 'Waiting',
    running: 'Running',
    stopped: stoppedWord(place),
    checking: 'Not confirmed',
    failed: 'Failed',
    cancelled: 'Left alone',
  };
  return words[state];
}

/** How many keys have which outcome. */
export function countStates(rows: readonly Pick<BulkRow, 'state'>[]): Record<BulkRow['state'], number> {
  const counts = { waiting: 0, running: 0, stopped: 0, checking: 0, failed: 0, cancelled: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** All outcomes in one line: "7 deleted · 2 failed · 1 not confirmed". Outcomes that did not occur are left out. */
export function summaryText(rows: readonly Pick<BulkRow, 'state'>[], past: string): string {
  const { stopped, failed, checking, cancelled, waiting, running } = countStates(rows);
  const parts: [number, string][] = [
    [stopped, past],
    [failed, 'failed'],
    [checking, 'not confirmed'],
    [cancelled, 'left alone'],
    [running, 'running'],
    [waiting, 'waiting'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`)
    .join(' · ');
}

/** What a selection holds, before anything is done: "12 keys in 2 environments, 3 of them in production, 1 Administration key". */
export function selectionText(rows: readonly KeyRow[]): string {
  const environments = new Set(rows.map(({ place }) => place)).size;
  const production = rows.filter(({ place }) => place.environment.production).length;
  const administration = rows.filter(({ key }) => key.type === 'administration').length;
  return [
    `${plural(rows.length, 'key')} in ${plural(environments, 'environment')}`,
    ...(production > 0 ? [`${formatCount(production)} of them in production`] : []),
    ...(administration > 0 ? [plural(administration, 'Administration key')] : []),
  ].join(', ');
}

/** The vendors' word for stopped where all agree, "stopped" where they do not. */
export function stoppedPast(rows: readonly KeyRow[]): string {
  const [past, ...others] = new Set(rows.map(({ place }) => place.traits.stop.past));
  return past !== undefined && others.length === 0 ? past : 'stopped';
}

/** Which of the selected keys are not stopped together with the others, and why; empty when all are. */
export function leftOutText(rows: readonly KeyRow[]): string {
  const own = rows.filter((row) => canStop(row) && !canStopInBulk(row)).length;
  const stopped = rows.filter(({ key }) => key.revokedAt !== undefined).length;
  const fixed = rows.filter((row) => !canStop(row)).length - stopped;
  const parts: [number, string][] = [
    [own, 'that Keydesk signs in with (stop it on its own, last)'],
    [stopped, 'stopped already'],
    [fixed, 'where nothing can be changed'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, why]) => `${formatCount(count)} ${why}`);
  return said.length === 0 ? '' : `Left out: ${listed(said)}`;
}
