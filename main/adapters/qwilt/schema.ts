import * as z from 'zod';

/**
 * The console's answers. Fields that are not named here are ignored; those that are have to fit: a hostile or
 * broken answer is refused as a whole, never cut to size.
 */
const Id = z.string().min(1).max(200);
const Text = z.string().max(2_000);
const Short = z.string().max(200);
const Moment = z.iso.datetime({ offset: true }).max(64);

/** The sample shows a text; a number is as likely elsewhere. */
const KeyIdentifier = z.union([Id, z.int().nonnegative().transform(String)]);

/** A key. Only its creation is documented: what that does not show, or a list may leave out, may be missing. */
export const RawKey = z.object({
  keyId: KeyIdentifier,
  name: Text,
  description: Text.nullish(),
  permission: Short.nullish(),
  ownerId: Short.nullish(),
  createdBy: Text.nullish(),
  createdAt: Moment.nullish(),
  expireAt: Moment.nullish(),
  // How a revoked key is marked is not documented: every likely way counts.
  revoked: z.boolean().nullish(),
  isRevoked: z.boolean().nullish(),
  status: Short.nullish(),
  state: Short.nullish(),
  revokedAt: Moment.nullish(),
});
export type RawKey = z.infer<typeof RawKey>;

/** What a header can carry as a token or a key. */
export const SENDABLE = /^[\x21-\x7e]{1,8000}$/;

/** The answer to a creation: the only one that holds the key itself. */
export const RawIssuedKey = RawKey.extend({ apiToken: z.string().regex(SENDABLE) });

const RawKeys = z.array(RawKey).max(100_000);

/** Names under which the keys are most likely, where an answer has several lists. */
const LIKELY_NAMES = ['apiKeys', 'keys', 'items', 'data', 'results'];

/** A list of keys as it came: bare, or as a list inside an object; everything else does not fit. */
export const RawKeyList = z
  .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .transform((answer) => (Array.isArray(answer) ? answer : listIn(answer)))
  .pipe(RawKeys);

function listIn(answer: Readonly<Record<string, unknown>>): unknown {
  const lists = Object.entries(answer).filter(([name, value]) => Array.isArray(value) && name !== 'errors');
  const likely = LIKELY_NAMES.map((name) => lists.find((list) => list[0] === name)).find(Boolean);
  const [, list] = likely ?? lists[0] ?? [];
  // A part must not pass for the whole: what it leaves out would look revoked.
  return Array.isArray(list) && isWhole(answer, list.length) ? list : null;
}

const MORE = /^(next\w*|has(More|Next)\w*|cursor|continuationToken)$/i;
const COUNT = /^(total\w*|count)$/i;

const isWhole = (answer: Readonly<Record<string, unknown>>, length: number): boolean =>
  Object.entries(answer).every(([name, value]) => {
    if (MORE.test(name)) return value === null || value === false || value === '';
    return !COUNT.test(name) || typeof value !== 'number' || value <= length;
  });

const Names = z.array(Short).max(1_000);

/** What a token may say of itself; nothing of it is promised, so what does not fit is taken as not said. */
export const Claims = z.object({
  email: Short.optional().catch(undefined),
  keyId: KeyIdentifier.optional().catch(undefined),
  ownerId: Short.optional().catch(undefined),
  dataAccessControl: z
    .object({ allowedOrgIds: Names.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type Claims = z.infer<typeof Claims>;
