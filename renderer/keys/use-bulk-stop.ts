import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import { useBulkReport, useCancelBulk, useConfirmBulk, useStartBulk } from '@renderer/api/bulk-mutations';
import { useClient } from '@renderer/api/ClientProvider';
import type { BulkRow, StopRequest } from '@renderer/api/types';
import { keyId, type KeyRow } from './key-row';

/** Where a bulk stop is: asked about, waiting for main's own question, on its way, over. */
export type BulkPhase = 'asking' | 'confirming' | 'running' | 'finished';

/** A bulk stop with the outcome of every key so far. */
export interface BulkStop {
  readonly phase: BulkPhase;
  readonly outcomes: ReadonlyMap<string, BulkRow>;
  readonly error: AppError | null;
  /** With the word, and whether keys that Keydesk may sign in with shall be stopped too. */
  readonly start: (typed: string, evenOwn: boolean) => void;
  /** Leaves alone what was not begun; null while that is not possible. */
  readonly cancelRest: (() => void) | null;
  readonly cancelled: boolean;
}

/** Stops many keys, each as an operation of its own, and follows how each ends. */
export function useBulkStop(rows: readonly KeyRow[]): BulkStop {
  const targets = useTargets(rows);
  const { outcomes, bulkId, take } = useOutcomes();
  const [phase, setPhase] = useState<BulkPhase>('asking');
  const [error, setError] = useState<AppError | null>(null);
  const confirm = useConfirmBulk().run;
  const begin = useStartBulk().run;
  const report = useBulkReport().run;
  const cancelling = useCancelBulk();
  const [cancelled, setCancelled] = useState(false);
  const start = async (typed: string, evenOwn: boolean): Promise<void> => {
    setError(null);
    setPhase('confirming');
    const confirmed = await confirm({
      targets: evenOwn ? targets.map((target) => ({ ...target, evenOwn })) : targets,
    });
    if (!confirmed.ok) setError(confirmed.error);
    if (!confirmed.ok || confirmed.value === null) return setPhase('asking');
    setPhase('running');
    const { token } = confirmed.value;
    const ended = await begin({ token, typed });
    if (ended.ok) take(ended.value.rows, ended.value.bulkId);
    else setError(ended.error);
    // Asked once more at the end: the answer re-reads the tables.
    const last = await report(ended.ok ? ended.value.bulkId : token);
    if (last.ok) take(last.value.rows, last.value.bulkId);
    setPhase(ended.ok || last.ok ? 'finished' : 'asking');
  };
  const cancelRest = (): void => {
    if (bulkId === null) return;
    setCancelled(true);
    void cancelling.run(bulkId);
  };
  const canCancel = phase === 'running' && bulkId !== null && !cancelled;
  return {
    phase,
    outcomes,
    error,
    start: (typed, evenOwn) => void start(typed, evenOwn),
    cancelRest: canCancel ? cancelRest : null,
    cancelled,
  };
}

/** What is asked of main: each key at the version that was seen, under an operation of its own. */
function useTargets(rows: readonly KeyRow[]): Omit<StopRequest, 'typed'>[] {
  return useMemo(
    () =>
      rows.map(({ key }) => ({
        operationId: crypto.randomUUID(),
        key: keyRefOf(key),
        ...(key.revision !== undefined && { revision: key.revision }),
      })),
    [rows],
  );
}

interface Outcomes {
  readonly outcomes: ReadonlyMap<string, BulkRow>;
  /** Known from the first progress on. */
  readonly bulkId: string | null;
  readonly take: (rows: readonly BulkRow[], bulkId: string) => void;
}

/** Collects progress and draws it at most once per frame: a thousand keys report more often than anyone can look. */
function useOutcomes(): Outcomes {
  const client = useClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, BulkRow>>(new Map());
  const [bulkId, setBulkId] = useState<string | null>(null);
  const waiting = useRef<BulkRow[]>([]);
  const take = useCallback((rows: readonly BulkRow[], id: string) => {
    setBulkId(id);
    if (waiting.current.length === 0)
      requestAnimationFrame(() => {
        const arrived = waiting.current;
        waiting.current = [];
        setOutcomes(
          (before) => new Map([...before, ...arrived.map((row) => [keyId(row.key), row] as const)]),
        );
      });
    waiting.current.push(...rows);
  }, []);
  useEffect(() => client.on.bulkProgress(({ rows, bulkId: id }) => take(rows, id)), [client, take]);
  return { outcomes, bulkId, take };
}
