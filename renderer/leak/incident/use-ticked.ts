import { useState } from 'react';
import { keyText } from '@core/domain/api-key';
import type { IncidentKey, IncidentView } from '@core/domain/incident';
import type { Places } from '@renderer/shared/place';
import { isRecordOnly } from './decision';
import { canBeStopped, mostPrivilegedFirst } from './incident-keys';

/** The keys of an incident, and which of them a decision is about. */
export interface Ticked {
  /** The most privileged first. */
  readonly keys: readonly IncidentKey[];
  /** Those that can be stopped from here. */
  readonly stoppable: readonly IncidentKey[];
  readonly ticked: readonly IncidentKey[];
  /** Null where there is nothing to choose. */
  readonly isTicked: (key: IncidentKey) => boolean | null;
  readonly tick: (key: IncidentKey, chosen: boolean) => void;
}

/** All that can be stopped is ticked, unless it was unticked. */
export function useTicked(incident: IncidentView, places: Places): Ticked {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const keys = mostPrivilegedFirst(incident.leaked);
  const open = incident.state === 'open';
  const stoppable = keys.filter((key) => open && canBeStopped(key) && !isRecordOnly(key, places));
  const chosen = ({ key }: IncidentKey): boolean => !left.has(keyText(key));
  return {
    keys,
    stoppable,
    ticked: stoppable.filter(chosen),
    isTicked: (key) => (stoppable.length > 1 && stoppable.includes(key) ? chosen(key) : null),
    tick: ({ key }, now) => {
      const next = new Set(left);
      if (now) next.delete(keyText(key));
      else next.add(keyText(key));
      setLeft(next);
    },
  };
}
