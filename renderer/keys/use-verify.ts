import { useState } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import { useVerifyKey } from '@renderer/api/key-mutations';
import type { KeyRow } from '@renderer/key-table/key-row';
import { probeText } from '@renderer/shared/probe-text';
import type { Said } from './Saying';

/** A listed key being tried where it is meant to be used. */
export interface Verification {
  /** Tries it; with the secret as it was pasted, where Keydesk cannot read it. */
  readonly verify: (secret?: string) => void;
  readonly busy: boolean;
  /** What came of it; null before. */
  readonly said: Said | null;
}

/** *Verify key*: one harmless call with a listed key, and what it shows. */
export function useVerify({ key }: KeyRow): Verification {
  const { run, busy } = useVerifyKey();
  const [said, say] = useState<Said | null>(null);
  const verify = async (secret?: string): Promise<void> => {
    say(null);
    const outcome = await run({ key: keyRefOf(key), ...(secret !== undefined && { secret }) });
    if (outcome.ok) say(probeText(outcome.value, key));
    else say({ tone: 'error', title: 'The key was not verified', text: outcome.error.message });
  };
  return { verify: (secret) => void verify(secret), busy, said };
}
