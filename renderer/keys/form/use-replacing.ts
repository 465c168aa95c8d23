import { useState } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { keyStatus } from '@core/domain/key-status';
import { knowsLastUse, type ReplacementWait } from '@core/domain/replacement';
import type { WaitFieldProps } from '@renderer/shared/WaitField';
import { usualWait, waitFormProblem, waitOf } from '@renderer/shared/wait-form';
import { useNow } from '@renderer/shared/use-now';
import type { KeyRow } from '@renderer/key-table/key-row';

/** What a new key takes over from, and when the old one may go. */
export interface Replaces {
  readonly old: ApiKey;
  readonly wait: ReplacementWait;
}

/** The part of a form that is about the old key; null where there is none, or nothing to wait for. */
export interface Replacing {
  readonly field: WaitFieldProps;
  /** Null while something is wrong with it. */
  readonly replaces: Replaces | null;
}

/** When the old key may go. A key that has expired is in nobody's way. */
export function useReplacing(like: KeyRow | undefined): Replacing | null {
  const now = useNow();
  const [openedAt] = useState(now);
  const [typed, setTyped] = useState(like && usualWait(like.place.traits, like.key.expiresAt, openedAt));
  if (like === undefined || typed === undefined || keyStatus(like.key, openedAt) === 'expired') return null;
  const { key: old, place } = like;
  const { traits } = place;
  const { expiresAt } = old;
  const problem = waitFormProblem(typed, { traits, expiresAt, now });
  const wait = problem === null ? waitOf(typed, expiresAt) : null;
  return {
    field: { value: typed, onChange: setTyped, seesUse: knowsLastUse(traits), expiresAt, problem },
    replaces: wait && { old, wait },
  };
}
