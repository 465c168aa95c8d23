import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import {
  isReplacedKey,
  type ReplacedKey,
  type Replacement,
  type ReplacementEnd,
} from '@core/domain/replacement';
import type { VendorKey } from '@main/adapters/adapter';
import type { Place } from '@main/services/environment-service';

/** What is kept of a key so that it is known again. */
export const replacedKey = ({ id, name, hint, createdAt }: VendorKey): ReplacedKey => ({
  keyId: id,
  name: [...name].slice(0, 200).join(''),
  ...(hint !== undefined && { hint: hint.slice(0, 100) }),
  ...(createdAt !== undefined && { createdAt }),
});

/** What a look at the console tells of a replacement. */
export type Look = Partial<Pick<Replacement, 'old' | 'new' | 'seen' | 'end'>>;

/** Looks at both keys on their console. Throws what the console answered. */
export async function lookAt({ old, new: young }: Replacement, place: Place, now: number): Promise<Look> {
  const at = toInstant(now);
  const over = (why: ReplacementEnd): Look => ({ end: { at, why } });
  const there = await find(place, old, young?.keyId);
  if (there === null) return over('gone');
  if (there.revokedAt !== undefined) return over('revoked');
  if (hasExpired(there, now)) return over('expired');
  const heir = young === undefined ? null : await find(place, young, there.id);
  // SECURITY: one key cannot be both; whichever it is, it must not be called the old one.
  const lost = heir === null || heir.revokedAt !== undefined || heir.id === there.id;
  if (young !== undefined && lost) return over('orphaned');
  const { lastUsedAt, expiresAt } = there;
  return {
    old: { ...replacedKey(there), ...(expiresAt !== undefined && { expiresAt }) },
    ...(heir !== null && { new: replacedKey(heir) }),
    seen: { at, ...(lastUsedAt !== undefined && { lastUsedAt }) },
  };
}

const hasExpired = ({ expiresAt }: VendorKey, now: number): boolean => Date.parse(expiresAt ?? '') <= now;

/**
 * The key as it is now, wherever its id has gone; null when the console surely has it no more, `bad-answer` when
 * several keys may be it.
 * SECURITY: an id alone may have passed to the new key, which would then be the one to be revoked.
 * @param other the id of the key it must not be taken for
 */
async function find(place: Place, known: ReplacedKey, other?: string): Promise<VendorKey | null> {
  const { adapter, environment } = place;
  const key = await adapter.key(environment.environmentId, known.keyId);
  if (key !== null && isReplacedKey(key, known)) return key;
  const moved: VendorKey[] = [];
  for await (const { keys } of adapter.keys(environment.environmentId))
    moved.push(...keys.filter((each) => each.id !== other && mayBe(each, known)));
  if (moved.length > 1) throw new AppError('bad-answer', 'Nothing tells which of several keys this is.');
  if (moved.length === 0) await mustBeListed(place);
  return moved[0] ?? null;
}

const mayBe = (key: VendorKey, known: ReplacedKey): boolean =>
  known.hint !== undefined && isReplacedKey(key, known);

/** A console that hides a whole environment from us says nothing of the keys in it. */
async function mustBeListed({ adapter, environment }: Place): Promise<void> {
  const listed = await adapter.environments();
  if (listed.some(({ environmentId }) => environmentId === environment.environmentId)) return;
  throw new AppError('not-found', 'The console no longer shows this environment.');
}
