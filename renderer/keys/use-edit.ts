import { useState } from 'react';
import { keyRefOf, type ApiKey } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import type { KeyChanges } from '@core/domain/key-draft';
import { useEditKey } from '@renderer/api/key-mutations';
import { useNotify } from '@renderer/shared/Notifications';
import type { KeyFormState } from './form/use-key-form';
import type { KeyRow } from '@renderer/key-table/key-row';

/** An edit and how it went so far. */
export interface Edit {
  /** Sends changes against the version they were made on. */
  readonly send: (changes: KeyChanges, revision: string | undefined) => void;
  /** Looks again how the last sending ended. */
  readonly again: () => void;
  /** What is being looked into; null while nothing is unclear. */
  readonly checking: string | null;
  /** What somebody else made of the key meanwhile. */
  readonly theirs: ApiKey | null;
  readonly busy: boolean;
  /** A failure that belongs to no field. */
  readonly error: AppError | null;
}

interface Sent {
  readonly changes: KeyChanges;
  readonly revision: string | undefined;
}

/** Where answers that name a field are shown. */
export type Blame = Pick<KeyFormState, 'blame' | 'isBlamed'>;

/** As long a label as an operation may have. */
const labelOf = ({ name }: ApiKey): string => [...name].slice(0, 200).join('');

/**
 * Changes one key under one operation, however often it is sent.
 * @param done what was done to it, for the message: "changed"
 */
export function useEdit({ key, place }: KeyRow, done: string, blame: Blame, onDone: () => void): Edit {
  const [operationId] = useState(() => crypto.randomUUID());
  const { run, busy, error } = useEditKey();
  const notify = useNotify();
  const [checking, setChecking] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<ApiKey | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const send = async ({ changes, revision }: Sent): Promise<void> => {
    setSent({ changes, revision });
    const request = { operationId, key: keyRefOf(key), label: labelOf(key), changes };
    const ended = await run({ ...request, ...(revision !== undefined && { revision }) });
    setChecking(ended.ok && ended.value.state === 'checking' ? ended.value.message : null);
    if (!ended.ok) blame.blame(ended.error);
    else if (ended.value.state === 'conflict') setTheirs(ended.value.theirs);
    else if (ended.value.state === 'confirmed') {
      notify(...doneMessage(ended.value.key.name, done, place.vendor.mustDeploy));
      onDone();
    }
  };
  return {
    send: (changes, revision) => void send({ changes, revision }),
    again: () => void (sent && send(sent)),
    checking,
    theirs,
    busy,
    error: error !== null && !blame.isBlamed(error) ? error : null,
  };
}

/** A change that is saved and not live is no success yet. */
const doneMessage = (
  name: string,
  done: string,
  mustDeploy: boolean,
): Parameters<ReturnType<typeof useNotify>> =>
  mustDeploy
    ? [`“${name}” was ${done} in the configuration. It works as before until that is deployed.`, 'info']
    : [`“${name}” was ${done}.`, 'success'];
