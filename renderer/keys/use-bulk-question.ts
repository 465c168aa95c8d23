import { useState } from 'react';
import type { BulkAct } from '@core/domain/bulk';
import { mostPowerfulFirst } from './bulk-order';
import { fatesOf, takenRows, verbFor, wordFor, type FatedRow } from './bulk-text';
import { expiryOf } from './form/form-draft';
import type { ExpiryChoice } from './form/key-form';
import type { KeyRow } from '@renderer/key-table/key-row';
import type { BulkOrder } from './use-bulk-start';

/** What is asked before something is done with many keys, and what was answered so far. */
export interface BulkQuestion {
  readonly act: BulkAct;
  /** Every selected key with what happens to it. */
  readonly fated: readonly FatedRow[];
  /** Those that the act is for. */
  readonly rows: readonly KeyRow[];
  readonly verb: string;
  readonly word: string | null;
  /** Keydesk may sign in with one of them. */
  readonly own: boolean;
  /** What to send; null until everything is answered. */
  readonly order: BulkOrder | null;
  readonly answers: {
    readonly expiry: ExpiryChoice;
    readonly setExpiry: (expiry: ExpiryChoice) => void;
    readonly typed: string;
    readonly setTyped: (typed: string) => void;
    readonly evenOwn: boolean;
    readonly allowOwn: (allowed: boolean) => void;
  };
  /** When it was asked, in epoch milliseconds. */
  readonly since: number;
}

/** The question about a selection as it was when the dialog opened, whatever the table does meanwhile. */
export function useBulkQuestion(
  kind: BulkAct['kind'],
  selected: readonly KeyRow[],
  now: number,
): BulkQuestion {
  const [opened] = useState(() => ({ rows: mostPowerfulFirst(selected), now }));
  const [expiry, setExpiry] = useState<ExpiryChoice>({ kind: 'days', days: 90 });
  const [typed, setTyped] = useState('');
  const [evenOwn, allowOwn] = useState(false);
  const act = actOf(kind, expiryOf(expiry, opened.now) ?? '');
  const fated = fatesOf(act, opened.rows, opened.now);
  const rows = takenRows(fated);
  const word = wordFor(act, rows);
  const own = fated.some(({ fate }) => fate.refused === null && fate.perhapsOwn);
  const ready = rows.length > 0 && (word === null || typed.trim() === word) && (evenOwn || !own);
  return {
    act,
    fated,
    rows,
    verb: verbFor(act, rows.length > 0 ? rows : opened.rows),
    word: rows.length > 0 ? word : null,
    own,
    order: ready ? { act, rows, typed: typed.trim(), evenOwn } : null,
    answers: { expiry, setExpiry, typed, setTyped, evenOwn, allowOwn },
    since: opened.now,
  };
}

const actOf = (kind: BulkAct['kind'], expiresAt: string): BulkAct =>
  kind === 'extend' ? { kind, expiresAt } : { kind };
