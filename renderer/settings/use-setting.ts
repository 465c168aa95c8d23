import { useState } from 'react';
import type { SettingsChange } from '@core/domain/settings';
import { useChangeSettings } from '@renderer/api/settings-mutations';
import type { Action } from '@renderer/api/use-action';

/** A setting that is typed: kept when the field is left, as far as it is right. */
export interface TypedSetting {
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
  /** Keeps what was typed. */
  readonly commit: () => void;
}

/** How typed text becomes a change; a string says what is wrong with it. */
export type ReadTyped<C> = (typed: string) => C | string;
export type ReadSetting = ReadTyped<SettingsChange>;

/**
 * Typed text over a kept value.
 * @param kept what is kept now, as text
 */
export function useSetting(kept: string, read: ReadSetting): TypedSetting {
  return useTyped(kept, read, useChangeSettings());
}

/** The same for whatever an action changes. */
export function useTyped<C extends object>(
  kept: string,
  read: ReadTyped<C>,
  { run, error }: Pick<Action<C, unknown>, 'run' | 'error'>,
): TypedSetting {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const commit = async (): Promise<void> => {
    if (typed === null || typed.trim() === kept) return setTyped(null);
    const change = read(typed.trim());
    if (typeof change === 'string') return setWrong(change);
    const outcome = await run(change);
    if (outcome.ok) setTyped(null);
  };
  return {
    value: typed ?? kept,
    problem: wrong ?? error?.message ?? null,
    onChange: (value) => {
      setTyped(value);
      setWrong(null);
    },
    commit: () => void commit(),
  };
}
