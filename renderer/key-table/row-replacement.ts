import { environmentKey } from '@core/domain/environment';
import { isReplacedKey, type ReplacedKey, type Replacement } from '@core/domain/replacement';
import type { ApiKey } from '@core/domain/api-key';
import { takeoverText, silenceText, type ReplacementRole } from '@core/text/replacement';

/** That a key is being replaced, or takes over from another. */
export interface RowReplacement {
  readonly replacement: Replacement;
  readonly role: ReplacementRole;
}

/** The part a listed key plays in a replacement under way, by `environmentKey` and key id. */
export type RowReplacements = (place: string, key: ApiKey) => RowReplacement | undefined;

/** Looks keys up among the replacements under way; an id that passed to another key plays no part. */
export function rowReplacements(replacements: readonly Replacement[]): RowReplacements {
  const parts = new Map<string, RowReplacement & { readonly known: ReplacedKey }>();
  for (const replacement of replacements) {
    if (replacement.end !== undefined) continue;
    const { old, new: young } = replacement;
    const place = environmentKey(replacement);
    if (young !== undefined)
      parts.set(`${place}\n${young.keyId}`, { replacement, role: 'new', known: young });
    parts.set(`${place}\n${old.keyId}`, { replacement, role: 'old', known: old });
  }
  if (parts.size === 0) return () => undefined;
  return (place, key) => {
    const part = parts.get(`${place}\n${key.id}`);
    return part !== undefined && isReplacedKey(key, part.known) ? part : undefined;
  };
}

/** What a row's mark says on closer inspection. `now` is in epoch milliseconds. */
export const replacementTip = ({ replacement, role }: RowReplacement, now: number): string =>
  [takeoverText(replacement, role), silenceText(replacement, now)].filter((said) => said !== null).join(' ');
