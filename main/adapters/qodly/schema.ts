import * as z from 'zod';

/**
 * The console's answers. Fields that are not named here are ignored; those that are have to fit: a hostile or
 * broken answer is refused as a whole, never cut to size.
 */
const Id = z.string().min(1).max(200);
const Text = z.string().max(1_000);
const Short = z.string().max(200);
const Moment = z.iso.datetime({ offset: true }).max(64);
const Cursor = z.string().min(1).max(2_000).nullable();

export const RawOperator = z.object({ name: Text, email: Text.optional(), rights: z.array(Short).max(100) });
export type RawOperator = z.infer<typeof RawOperator>;

/** What a header can carry as a token. */
export const SENDABLE = /^[\x21-\x7e]{1,8000}$/;
export const RawSession = z.object({ token: z.string().regex(SENDABLE) });

export const RawEnvironment = z.object({
  id: Id,
  name: Text,
  application: Text,
  endpoint: z.string().max(500),
  generation: z.int().positive(),
  maximumValidityDays: z.int().positive().nullable(),
  editable: z.boolean(),
  production: z.boolean().nullable(),
  status: z.string().max(40),
  keyCount: z.int().nonnegative().optional(),
});
export type RawEnvironment = z.infer<typeof RawEnvironment>;
export const RawEnvironmentPage = z.object({ items: z.array(RawEnvironment), nextCursor: Cursor });

export const RawRoles = z.object({
  items: z.array(z.object({ name: Short.min(1), description: Text.optional() })),
});
export type RawRoles = z.infer<typeof RawRoles>;

export const RawKey = z.object({
  id: Id,
  name: Text,
  /** Absent in the first generation. */
  type: z.enum(['standard', 'administration']).optional(),
  role: Short,
  createdAt: Moment,
  createdBy: Text.optional(),
  expiresAt: Moment.nullable(),
  /** Empty: any host. */
  allowedHosts: z.array(z.string().max(64)).max(1_000),
  lastUsedAt: Moment.nullable().optional(),
  lastUsedIp: z.string().max(64).nullable().optional(),
  hint: z.string().max(16).optional(),
  clientRef: Short.nullable().optional(),
  revision: Short,
});
export type RawKey = z.infer<typeof RawKey>;
export const RawKeyPage = z.object({
  items: z.array(RawKey),
  nextCursor: Cursor,
  total: z.int().nonnegative().optional(),
});

const Secret = z.string().min(1).max(1_000);
export const RawIssuedKey = RawKey.extend({ secret: Secret });
export const RawSecret = z.object({ secret: Secret });

/** What the data plane says when it refuses. */
export const RawRefusal = z.object({ error: z.string() });
