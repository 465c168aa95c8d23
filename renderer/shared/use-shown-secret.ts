import { useCallback, useEffect, useRef, useState } from 'react';
import { SecretBox } from './secret-box';

/** How asking for a secret ended. */
export type SecretOutcome =
  | { readonly ok: true; readonly value: { readonly secret: string; readonly hideAfterSeconds: number } }
  | { readonly ok: false; readonly error: { readonly message: string } };

/** A secret in clear, and when it hides itself. */
export interface Shown<T> {
  /** What the secret belongs to. */
  readonly of: T;
  readonly box: SecretBox;
  /** Epoch milliseconds. */
  readonly hidesAt: number;
}

/** At most one secret is in clear at a time. */
export interface ShownSecretState<T> {
  readonly shown: Shown<T> | null;
  /** Asks for a secret and shows it; false when it could not be had. */
  readonly show: (of: T, ask: () => Promise<SecretOutcome>) => Promise<boolean>;
  readonly hide: () => void;
}

/** Shows one secret for a while: it is dropped when its time is over, when another is shown and when this goes. */
export function useShownSecret<T>(onError: (message: string) => void): ShownSecretState<T> {
  const [shown, setShown] = useState<Shown<T> | null>(null);
  const current = useRef<{ box: SecretBox; timer: ReturnType<typeof setTimeout> } | null>(null);
  const drop = useCallback(() => {
    clearTimeout(current.current?.timer);
    current.current?.box.clear();
    current.current = null;
  }, []);
  const hide = useCallback(() => {
    drop();
    setShown(null);
  }, [drop]);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
      drop();
    },
    [drop],
  );
  const show = useCallback(
    async (of: T, ask: () => Promise<SecretOutcome>) => {
      const mine = (turn.current += 1);
      const outcome = await ask();
      if (mine !== turn.current) return false;
      if (!outcome.ok) {
        onError(outcome.error.message);
        return false;
      }
      const ms = outcome.value.hideAfterSeconds * 1_000;
      drop();
      const box = new SecretBox(outcome.value.secret);
      current.current = { box, timer: setTimeout(hide, ms) };
      setShown({ of, box, hidesAt: Date.now() + ms });
      return true;
    },
    [drop, hide, onError],
  );
  return { shown, show, hide };
}
