import { useState } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { useIssueKey } from '@renderer/api/key-mutations';
import { useIssueReplacement } from '@renderer/api/replacements';
import type { CreatedKey } from './CreateKeyDialog';
import { draftOf } from './form/form-draft';
import type { KeyFormState } from './form/use-key-form';
import type { Replaces } from './form/use-replacing';
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

/** A form to be sent, with the key that the new one takes over from. */
export interface IssueForm {
  readonly place: Place;
  readonly state: KeyFormState;
  readonly replaces: Replaces | null;
}

/** Creates one key per opened form: pressed twice or tried again, it is the same intended key. */
export function useIssue(
  { place, state, replaces }: IssueForm,
  onCreated: (created: CreatedKey) => void,
): Issue {
  const [operationId] = useState(() => crypto.randomUUID());
  const alone = useIssueKey();
  const instead = useIssueReplacement();
  const { busy, error } = replaces === null ? alone : instead;
  const [checking, setChecking] = useState<string | null>(null);
  const run = (): ReturnType<typeof alone.run> => {
    const draft = draftOf(state.form, place, state.openedAt);
    if (replaces === null)
      return alone.run({ operationId, environment: environmentRefOf(place.environment), draft });
    return instead.run({ operationId, old: keyRefOf(replaces.old), draft, wait: replaces.wait });
  };
  const send = async (): Promise<void> => {
    if (busy) return;
    const outcome = await run();
    setChecking(outcome.ok && outcome.value.state === 'checking' ? outcome.value.message : null);
    if (!outcome.ok) state.blame(outcome.error);
    else if (outcome.value.state === 'confirmed') onCreated({ ...outcome.value, place, replaces });
  };
  return {
    send: () => void send(),
    checking,
    busy,
    error: error !== null && !state.isBlamed(error) ? error : null,
  };
}
