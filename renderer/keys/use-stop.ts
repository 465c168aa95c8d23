import { useState } from 'react';
import { keyRefOf, type ApiKey } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import type { Instant } from '@core/domain/instant';
import { useStopKey } from '@renderer/api/key-mutations';
import type { KeyRow } from './key-row';

/** The stop of one key and how it went so far. */
export interface Stop {
  /** The key as it was last seen. */
  readonly row: KeyRow;
  readonly typed: string;
  readonly type: (typed: string) => void;
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
  const [key, setKey] = useState<ApiKey>(seen.key);
  const [conflict, setConflict] = useState(false);
  const [checking, setChecking] = useState<string | null>(null);
  const [readBackAt, setReadBackAt] = useState<Instant | null>(null);
  const send = async (): Promise<void> => {
    const { revision } = key;
    const request = { operationId, key: keyRefOf(key), typed: typed.trim() };
    const outcome = await run({ ...request, ...(revision !== undefined && { revision }) });
    setChecking(outcome.ok && outcome.value.state === 'checking' ? outcome.value.message : null);
    if (!outcome.ok) return;
    if (outcome.value.state === 'confirmed') setReadBackAt(outcome.value.readBackAt);
    if (outcome.value.state !== 'conflict') return;
    setKey(outcome.value.theirs);
    setConflict(true);
    setTyped('');
  };
  const row = { ...seen, key };
  return { row, typed, type: setTyped, send: () => void send(), busy, error, conflict, checking, readBackAt };
}
