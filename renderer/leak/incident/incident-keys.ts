import { keyPower } from '@core/domain/key-power';
import type { IncidentKey, IncidentView } from '@core/domain/incident';
import { formatCount, plural } from '@core/text/format';

/** The leaked keys, the most privileged first, equal ones by name. */
export const mostPrivilegedFirst = (keys: readonly IncidentKey[]): IncidentKey[] =>
  [...keys].sort(
    (a, b) => keyPower(b, b.production) - keyPower(a, a.production) || a.name.localeCompare(b.name, 'en'),
  );

/** Whether a key still has to be stopped, or stopped for good. */
export const canBeStopped = ({ state }: IncidentKey): boolean =>
  state === 'live' || state === 'failed' || state === 'disabled';

/** Whether a key is proved dead, and nothing since speaks against it. */
export const isProved = ({ proof }: IncidentKey): boolean => proof?.state === 'dead';

/** Whether a key was accepted after it had been proved dead. */
export const isRelapsed = ({ proof }: IncidentKey): boolean => proof?.state === 'relapsed';

/** The keys of which nobody knows that they are dead. */
export const unproved = ({ leaked }: Pick<IncidentView, 'leaked'>): IncidentKey[] =>
  leaked.filter((key) => !isProved(key));

/** How all keys stand, in one line that is read out whenever it changes. */
export function standText({ leaked }: Pick<IncidentView, 'leaked'>): string {
  if (leaked.length === 0) return 'No key in this record.';
  const dead = leaked.filter(isProved).length;
  if (dead === leaked.length)
    return dead === 1 ? 'The key is proved dead.' : `All ${formatCount(dead)} keys are proved dead.`;
  const others = leaked.filter((key) => !isProved(key));
  const relapsed = others.filter(isRelapsed).length;
  const live = others.filter((key) => canBeStopped(key) && !isRelapsed(key)).length;
  const stopped = others.length - relapsed - live;
  const parts: [number, string][] = [
    [relapsed, 'accepted again'],
    [live, 'not stopped'],
    [stopped, 'stopped and not proved'],
    [dead, 'proved dead'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return `${plural(leaked.length, 'key')}: ${said.join(', ')}.`;
}
