import { useState } from 'react';
import { keyRefOf, type ApiKey } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import type { Instant } from '@core/domain/instant';
import { useStopKey } from '@renderer/api/key-mutations';
import type { StopOutcome } from '@renderer/api/types';
import type { KeyRow } from '@renderer/key-table/key-row';

/** The stop of one key and how it went so far. */
export interface Stop {
  /** The key as it was last seen. */
  readonly row: KeyRow;
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** Whether Keydesk signs in with the key; null where it does not. */
  readonly own: NonNullable<ApiKey['signsIn']> | null;
  /** The operator knows that, and stops it all the same. */
  readonly evenOwn: boolean;
  readonly allowOwn: (allowed: boolean) => void;
  readonly send: () => void;
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly conflict: boolean;
  readonly checking: string | null;
  /** When the console was read and no longer had the key; null before that. */
  readonly readBackAt: Instant | null;
}

/** Stops one key under one operation, however often it is sent. */
export function useStop(seen: KeyRow): Stop {
  const [operationId] = useState(() => crypto.randomUUID());
  const { run, busy, error } = useStopKey();
  const [typed, setTyped] = useState('');
  const [evenOwn, setEvenOwn] = useState(false);
  const [key, setKey] = useState<ApiKey>(seen.key);
  const [latest, setLatest] = useState<StopOutcome | null>(null);
  const [conflict, setConflict] = useState(false);
  const own = key.signsIn ?? (error?.facts.field === 'evenOwn' ? 'perhaps' : null);
  const send = async (): Promise<void> => {
    const { revision } = key;
    const outcome = await run({
      operationId,
      key: keyRefOf(key),
      typed: typed.trim(),
      ...(revision !== undefined && { revision }),
      ...(evenOwn && { evenOwn }),
    });
    setLatest(outcome.ok ? outcome.value : null);
    if (!outcome.ok || outcome.value.state !== 'conflict') return;
    setKey(outcome.value.theirs);
    setConflict(true);
    setTyped('');
    setEvenOwn(false);
  };
  return {
    row: { ...seen, key },
    typed,
    type: setTyped,
    own,
    evenOwn,
    allowOwn: setEvenOwn,
    send: () => void send(),
    busy,
    error,
    conflict,
    checking: latest?.state === 'checking' ? latest.message : null,
    readBackAt: latest?.state === 'confirmed' ? latest.readBackAt : null,
  };
}
