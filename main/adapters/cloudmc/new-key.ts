import { AppError } from '@core/domain/app-error';
import type { IssuedKey } from '@main/adapters/adapter';
import { RawNewKey, SENDABLE } from './schema';
import { isUse, simple, toKey } from './transform';

/** Likely names of the field with the secret, in small letters only. */
const SECRET = /^(generated|new|plain|raw|api)*(key|secret|token){1,2}(value)?$|^value$/;

/** The shortest text that is taken for a secret unless its field says so. */
const SHORTEST_SECRET = 16;

/**
 * The secret in the answer to a creation: in the field that the console's description names, else in one with a
 * likely name, else in the only long text there is. Throws `bad-answer` where that does not tell: then the key is
 * there, and its secret is lost.
 */
function secretIn(raw: RawNewKey, described: string | null): string {
  const texts = Object.entries(raw).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && SENDABLE.test(entry[1]) && entry[0] !== 'id' && entry[0] !== 'name',
  );
  const tries = [
    texts.filter(([name]) => name === described),
    texts.filter(([name]) => SECRET.test(simple(name))),
    texts.filter(
      ([name, text]) => text.length >= SHORTEST_SECRET && !isKnown(name) && !/^\d{4}-\d\d-\d\dT/.test(text),
    ),
  ];
  const found = new Set((tries.find((some) => some.length > 0) ?? []).map(([, text]) => text));
  const [secret] = found;
  if (secret !== undefined && found.size === 1 && secret.length <= 1_000) return secret;
  throw lostSecret();
}

const lostSecret = (): AppError =>
  new AppError(
    'bad-answer',
    'The console did not hand out the new key in a form that Keydesk knows. Revoke it and make one by hand.',
  );

const isKnown = (name: string): boolean => isUse(name) || /(id|date|at|name|email)$/i.test(name);

/**
 * A new key with its secret. Once it was made, only a missing identifier or secret stands in the way: other fields
 * that do not fit are left to the next listing.
 */
export function toIssued(
  record: unknown,
  { name, role, secretField }: { name: string; role: string | null; secretField: string | null },
): IssuedKey {
  const raw = RawNewKey.safeParse(record).data;
  if (raw === undefined) throw lostSecret();
  const secret = secretIn(raw, secretField);
  const named = { ...raw, name: raw.name ?? name };
  try {
    return { key: toKey(named, role), secret };
  } catch {
    return { key: toKey({ id: raw.id, name: named.name }, role), secret };
  }
}
