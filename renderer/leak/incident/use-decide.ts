import { useState } from 'react';
import { environmentKey } from '@core/domain/environment';
import type { AppError } from '@core/domain/app-error';
import type { IncidentKey, IncidentView, KillMode } from '@core/domain/incident';
import { useReplaceLeaked, useStopLeaked } from '@renderer/api/incidents';
import { useKnownKeys } from '@renderer/api/known-key';
import { keyText } from '@core/domain/api-key';
import type { Places } from '@renderer/shared/place';
import { useHandOverDialog } from '@renderer/shared/place-dialogs';
import { canBeReplaced } from './decision';

/** Why, and what had to be typed or ticked. */
export interface Decided {
  readonly why: string;
  readonly typed: string;
  readonly evenOwn: boolean;
}

/** A decision being carried out. */
export interface Decision {
  readonly send: (decided: Decided) => void;
  /** What is going on; null before it is sent and after it failed. */
  readonly doing: string | null;
  readonly error: AppError | null;
  /** What is not known of the copy that was to be issued; null while nothing is unclear. */
  readonly checking: string | null;
  /** Whether Keydesk signs in with one of the keys; null where it does not. */
  readonly own: 'yes' | 'perhaps' | null;
}

export interface DecideOn {
  readonly incident: IncidentView;
  readonly mode: KillMode;
  readonly keys: readonly IncidentKey[];
  readonly places: Places;
  readonly onDone: () => void;
}

/** Carries out one decision: copies first where that was chosen, each handed over, then the stop of all. */
export function useDecide({ incident, mode, keys, places, onDone }: DecideOn): Decision {
  const { incidentId } = incident;
  const [orders] = useState(() => keys.map(({ key }) => ({ operationId: crypto.randomUUID(), key })));
  const [doing, setDoing] = useState<string | null>(null);
  const stop = useStopLeaked();
  const copies = useCopies(incidentId, places, setDoing);
  const known = useKnownKeys();
  const send = async ({ why, typed, evenOwn }: Decided): Promise<void> => {
    if (mode === 'replace' && !(await copies.issue(keys, why))) return setDoing(null);
    setDoing(keys.length === 1 ? 'Sending the order to stop it' : 'Sending the orders to stop them');
    const outcome = await stop.run({
      incidentId,
      mode,
      why,
      keys: orders,
      ...(typed !== '' && { typed }),
      ...(evenOwn && { evenOwn }),
    });
    setDoing(null);
    if (outcome.ok) onDone();
  };
  const signs = keys.flatMap(({ key }) => known(key)?.signsIn ?? []);
  const asked = stop.error?.facts.field === 'evenOwn' ? 'perhaps' : null;
  return {
    send: (decided) => void send(decided),
    doing,
    error: copies.error ?? stop.error,
    checking: copies.checking,
    own: signs.includes('yes') ? 'yes' : (signs[0] ?? asked),
  };
}

interface Copies {
  /** True once every copy was issued and handed over. */
  readonly issue: (keys: readonly IncidentKey[], why: string) => Promise<boolean>;
  readonly error: AppError | null;
  readonly checking: string | null;
}

/** Issues a copy of each key that can have one, under one operation however often it is sent. */
function useCopies(incidentId: string, places: Places, say: (doing: string) => void): Copies {
  const { run, error } = useReplaceLeaked();
  const handOver = useHandOverDialog();
  const [operations] = useState(() => new Map<string, string>());
  const [done] = useState(() => new Set<string>());
  const [checking, setChecking] = useState<string | null>(null);
  const issueOne = async (leaked: IncidentKey, why: string): Promise<boolean> => {
    const id = keyText(leaked.key);
    const operationId = operations.get(id) ?? crypto.randomUUID();
    operations.set(id, operationId);
    say(`Issuing a copy of ${leaked.name}`);
    const outcome = await run({ incidentId, operationId, key: leaked.key, why });
    setChecking(outcome.ok && outcome.value.state === 'checking' ? outcome.value.message : null);
    if (!outcome.ok || outcome.value.state === 'checking') return false;
    done.add(id);
    const place = places.get(environmentKey(leaked.key));
    if (place === undefined) return true;
    say(`Handing over the copy of ${leaked.name}`);
    const { key, handle, adopted } = outcome.value;
    await new Promise<void>((onDone) =>
      handOver({ environment: place.environment, key, handle, adopted, onDone }),
    );
    return true;
  };
  const issue = async (keys: readonly IncidentKey[], why: string): Promise<boolean> => {
    for (const leaked of keys) {
      if (done.has(keyText(leaked.key)) || !canBeReplaced(leaked, places)) continue;
      if (!(await issueOne(leaked, why))) return false;
    }
    return true;
  };
  return { issue, error, checking };
}
