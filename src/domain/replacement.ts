import * as z from 'zod';
import { KeyId } from '@core/domain/api-key';
import { ConsoleId, EnvironmentId } from '@core/domain/environment';
import { DAY_MS, Instant, toInstant } from '@core/domain/instant';
import { OperationId } from '@core/domain/operation';
import type { KeyTraits } from '@core/domain/vendor';

/** For how many days an old key may be asked to be silent. */
export const MOST_SILENT_DAYS = 90;

/** When the old key may go: once nobody used it for some days, or on a day that was agreed on. */
export const ReplacementWait = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('silence'), days: z.number().int().min(1).max(MOST_SILENT_DAYS) }),
  z.strictObject({ kind: z.literal('date'), at: Instant }),
]);
export type ReplacementWait = z.infer<typeof ReplacementWait>;

/** What tells a key from others, where ids may pass on: never its secret. */
export const ReplacedKey = z.object({
  keyId: KeyId,
  name: z.string().max(400),
  hint: z.string().max(100).optional(),
  createdAt: Instant.optional(),
});
export type ReplacedKey = z.infer<typeof ReplacedKey>;

/**
 * Why a replacement is over. gone: the console no longer has the old key · revoked: it lists it as revoked ·
 * expired: its last day has passed · orphaned: the console no longer has the new key.
 */
export const ReplacementEnd = z.enum(['gone', 'revoked', 'expired', 'orphaned']);
export type ReplacementEnd = z.infer<typeof ReplacementEnd>;

/** One key that takes over from another, until the old one is stopped. Nothing here stops a key by itself. */
export const Replacement = z.object({
  /** The operation that creates the new key. */
  id: OperationId,
  consoleId: ConsoleId,
  environmentId: EnvironmentId,
  old: ReplacedKey.extend({
    expiresAt: z.union([Instant, z.literal('never'), z.literal('unknown')]).optional(),
  }),
  /** Absent until the console confirmed it. */
  new: ReplacedKey.optional(),
  wait: ReplacementWait,
  startedAt: Instant,
  /** When the new key was there to be handed over. */
  handedOverAt: Instant.optional(),
  /** The last look at the old key on its console. */
  seen: z.object({ at: Instant, lastUsedAt: z.union([Instant, z.literal('never')]).optional() }).optional(),
  end: z.object({ at: Instant, why: ReplacementEnd }).optional(),
});
export type Replacement = z.infer<typeof Replacement>;

/** How a replacement stands: `look` means that only a fresh look at the console can tell. */
export type ReplacementState = 'issuing' | 'waiting' | 'look' | 'due' | 'over';

/** Whether the vendor says when a key was last used, so that its silence can be seen. */
export const knowsLastUse = ({ columns }: Pick<KeyTraits, 'columns'>): boolean =>
  columns.some(({ fact }) => fact === 'lastUsedAt');

/** The old key has not been used since then, as far as is known; null where the console does not say. */
export function silentSince({ handedOverAt, seen }: Replacement): Instant | null {
  if (handedOverAt === undefined || seen?.lastUsedAt === undefined) return null;
  return seen.lastUsedAt === 'never' || seen.lastUsedAt < handedOverAt ? handedOverAt : seen.lastUsedAt;
}

/** When the old key may go if nothing changes; null while nobody can tell. */
export function dueAt(replacement: Replacement): Instant | null {
  const { wait } = replacement;
  if (wait.kind === 'date') return wait.at;
  const since = silentSince(replacement);
  return since === null ? null : toInstant(Date.parse(since) + wait.days * DAY_MS);
}

/**
 * How a replacement stands at a moment. Silence counts only as far as the console was looked at.
 * @param now epoch milliseconds
 */
export function replacementState(replacement: Replacement, now: number): ReplacementState {
  if (replacement.end !== undefined) return 'over';
  if (replacement.new === undefined) return 'issuing';
  const due = dueAt(replacement);
  if (due === null || Date.parse(due) > now) return 'waiting';
  if (replacement.wait.kind === 'date') return 'due';
  return replacement.seen !== undefined && replacement.seen.at >= due ? 'due' : 'look';
}

/** Whether a key is the one that was meant: an id may have passed to another one meanwhile. */
export const isReplacedKey = (
  key: Pick<ReplacedKey, 'hint' | 'createdAt'>,
  { hint, createdAt }: ReplacedKey,
): boolean =>
  (hint === undefined || key.hint === hint) && (createdAt === undefined || key.createdAt === createdAt);

/** What is wrong with a wait, in a sentence; null when nothing is. */
export function waitProblem(
  wait: ReplacementWait,
  { traits, expiresAt, now }: { traits: KeyTraits; expiresAt: string | undefined; now: number },
): string | null {
  if (wait.kind === 'silence')
    return knowsLastUse(traits) ? null : 'This console does not say when a key was last used. Choose a date.';
  const at = Date.parse(wait.at);
  if (Number.isNaN(at) || at <= now) return 'Choose a day that is not over.';
  return Date.parse(expiresAt ?? '') < at ? 'The old key expires before that. Choose an earlier day.' : null;
}
