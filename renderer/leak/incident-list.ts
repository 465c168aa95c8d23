import type { IncidentSummary } from '@core/domain/incident';
import { formatCount, plural } from '@core/text/format';

/** What is still open comes first; otherwise as given. */
export const openFirst = (incidents: readonly IncidentSummary[]): IncidentSummary[] => [
  ...incidents.filter(({ state }) => state === 'open'),
  ...incidents.filter(({ state }) => state !== 'open'),
];

/** "2 keys, 1 proved dead". */
export function countsText({ keys, proved }: Pick<IncidentSummary, 'keys' | 'proved'>): string {
  if (keys === 0) return 'No key';
  if (proved === keys) return keys === 1 ? '1 key, proved dead' : `${plural(keys, 'key')}, all proved dead`;
  return `${plural(keys, 'key')}, ${proved === 0 ? 'none' : formatCount(proved)} proved dead`;
}
