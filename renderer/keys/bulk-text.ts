import { formatCount, plural } from '@core/text/format';
import type { BulkRow } from '@renderer/api/types';
import type { KeyRow } from './key-row';

/** The words for one key's outcome; `past` is the vendor's word for stopped. */
export function outcomeText(state: BulkRow['state'], past: string): string {
  const words: Readonly<Record<BulkRow['state'], string>> = {
    waiting: 'Waiting',
    running: 'Running',
    stopped: past.charAt(0).toUpperCase() + past.slice(1),
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
