import { useState } from 'react';
import type { AppError } from '@core/domain/app-error';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { useIssueKey } from '@renderer/api/key-mutations';
import type { CreatedKey } from './CreateKeyDialog';
import { draftOf } from './form/form-draft';
import type { KeyFormState } from './form/use-key-form';
import type { Place } from '@renderer/shared/place';

/** The creation of a key and how it went so far. */
export interface Issue {
  /** Sends the form, or looks again how sending it ended. */
  readonly send: () => void;
  /** What is being looked into; null while nothing is unclear. */
  readonly checking: string | null;
  readonly busy: boolean;
  /** A failure that belongs to no field. */
  readonly error: AppError | null;
}

/** Creates one key per opened form: pressed twice or tried again, it is the same intended key. */
export function useIssue(place: Place, state: KeyFormState, onCreated: (created: CreatedKey) => void): Issue {
  const [operationId] = useState(() => crypto.randomUUID());
  const { run, busy, error } = useIssueKey();
  const [checking, setChecking] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    if (busy) return;
    const environment = environmentRefOf(place.environment);
    const outcome = await run({
      operationId,
      environment,
      draft: draftOf(state.form, place, state.openedAt),
    });
    setChecking(outcome.ok && outcome.value.state === 'checking' ? outcome.value.message : null);
    if (!outcome.ok) state.blame(outcome.error);
    else if (outcome.value.state === 'confirmed') onCreated({ ...outcome.value, place });
  };
  return {
    send: () => void send(),
    checking,
    busy,
    error: error !== null && !state.isBlamed(error) ? error : null,
  };
}
