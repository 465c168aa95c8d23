import type { ApiKey } from '@core/domain/api-key';
import type { StopWords } from '@core/domain/vendor';

/** From this many keys on, stopping them is also confirmed by a dialog that main shows. */
export const NATIVE_CONFIRMATION_FROM = 11;

/** What decides whether a word has to be typed. */
export interface StopScope {
  readonly keys: readonly Pick<ApiKey, 'type'>[];
  readonly production: boolean;
  readonly stop: Pick<StopWords, 'verb'>;
}

/**
 * The word an operator types before keys are stopped, or null when one confirmation is enough:
 * production, Administration keys, and more than one key at once ask for it. It grows with the number.
 */
export function confirmationWord({ keys, production, stop }: StopScope): string | null {
  const verb = stop.verb.toUpperCase();
  if (keys.length > 1) return `${verb} ${keys.length} KEYS`;
  return production || keys.some((key) => key.type === 'administration') ? verb : null;
}
