import * as z from 'zod';
import { RIGHTS } from '../../operators';

/** Characters no name may have: controls, halves of a pair, line and paragraph separators. */
const UNWANTED = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const NAME_LIMIT = 200;

/** Counts characters as people do, more nearly than UTF-16 units: an emoji is one. */
const characters = (text: string): number => Array.from(text).length;

const Name = z
  .string()
  .refine((text) => text.trim() !== '', 'The name must not be empty.')
  .refine((text) => characters(text) <= NAME_LIMIT, `The name may have at most ${NAME_LIMIT} characters.`)
  .refine((text) => !UNWANTED.test(text), 'The name must not contain control characters or line breaks.')
  .meta({ minLength: 1, maxLength: NAME_LIMIT, description: 'Without control characters; trimmed.' });

const Instant = z.iso.datetime({ offset: true, error: 'Use an instant such as 2030-01-31T12:00:00Z.' });
const Expiry = Instant.nullable().meta({
  description: 'In the future and within the maximum validity; null (never) only where there is none.',
});
const KeyType = z.enum(['standard', 'administration']).meta({
  description: 'Absent in the first generation.',
});
const Hosts = z.array(z.string().max(64)).meta({
  description: 'Plain IPv4 or IPv6 addresses, answered in canonical spelling; empty: any host.',
});
const Role = z.string().min(1).max(200).meta({ description: 'A role of the environment.' });
const NextCursor = z.string().nullable().meta({ description: 'Null on the last page.' });

/** What signing in needs. */
export const Credentials = z
  .strictObject({ userName: z.string().max(200), password: z.string().max(200) })
  .meta({ id: 'Credentials' });

/** Who is signed in. */
export const OperatorAnswer = z
  .object({ id: z.string(), name: z.string(), email: z.string(), rights: z.array(z.enum(RIGHTS)) })
  .meta({ id: 'Operator' });

/** A token and whose it is. */
export const SessionAnswer = z
  .object({ token: z.string(), expiresAt: Instant, operator: OperatorAnswer })
  .meta({ id: 'Session' });

/** An environment. */
export const EnvironmentAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    application: z.string(),
    stage: z.enum(['production', 'staging', 'development']),
    endpoint: z.string().meta({ format: 'uri', description: 'Root of the data plane.' }),
    generation: z.union([z.literal(1), z.literal(3)]),
    maximumValidityDays: z.int().nullable(),
    editable: z.boolean(),
    production: z.boolean().nullable().meta({ description: 'Null where it is not known.' }),
    status: z.enum(['running', 'stopped']),
    keyCount: z.int(),
  })
  .meta({ id: 'Environment' });

/** A page of environments. */
export const EnvironmentPage = z
  .object({ items: z.array(EnvironmentAnswer), nextCursor: NextCursor })
  .meta({ id: 'EnvironmentPage' });

/** The roles of an environment. */
export const RoleList = z
  .object({
    items: z.array(z.object({ name: z.string(), description: z.string(), default: z.boolean() })),
  })
  .meta({ id: 'RoleList' });

const keyShape = {
  id: z.string(),
  name: z.string(),
  type: KeyType.optional(),
  role: z.string(),
  createdAt: Instant,
  createdBy: z.string().optional().meta({ description: 'Absent in the first generation.' }),
  expiresAt: Instant.nullable(),
  allowedHosts: z.array(z.string()),
  lastUsedAt: Instant.nullable().optional().meta({ description: 'Absent in the first generation.' }),
  lastUsedIp: z.string().nullable().optional().meta({ description: 'Absent in the first generation.' }),
  hint: z.string().meta({ description: 'The last four characters of the secret.' }),
  clientRef: z.string().nullable(),
  revision: z.string().meta({ description: 'Changes with every edit; also the ETag.' }),
};

/** A key, without its secret. */
export const KeyAnswer = z.object(keyShape).meta({ id: 'Key' });
/** A key as it was created, with its secret. */
export const IssuedKeyAnswer = z.object({ ...keyShape, secret: z.string() }).meta({ id: 'IssuedKey' });
/** The secret of a key. */
export const SecretAnswer = z.object({ secret: z.string() }).meta({ id: 'Secret' });
/** A page of keys. */
export const KeyPage = z
  .object({ items: z.array(KeyAnswer), nextCursor: NextCursor, total: z.int() })
  .meta({ id: 'KeyPage' });

/** What creating a key takes. What depends on the environment is judged by `settle`. */
export const KeyDraft = z
  .strictObject({
    name: Name,
    type: KeyType.optional(),
    role: Role,
    expiresAt: Expiry,
    allowedHosts: Hosts,
    clientRef: z.string().min(1).max(128).nullable().optional().meta({
      description: "The caller's own mark, by which the key is found again.",
    }),
  })
  .meta({ id: 'KeyDraft' });

/** What editing a key takes; absent fields stay. */
export const KeyChanges = z
  .strictObject({ name: Name, type: KeyType, role: Role, expiresAt: Expiry, allowedHosts: Hosts })
  .partial()
  .meta({ id: 'KeyChanges' });
/** See the schema. */
export type KeyChanges = z.infer<typeof KeyChanges>;

/** A refusal (RFC 9457). */
export const ProblemAnswer = z
  .object({
    type: z.string().meta({ format: 'uri' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

/** The description itself. */
export const OpenApiAnswer = z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApi' });

/** Query of the environments, and what all listings share. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100).meta({ description: 'Items per page.' }),
  cursor: z.string().max(2000).optional().meta({ description: 'The `nextCursor` of the page before.' }),
});
/** Query of the keys. */
export const KeyQuery = PageQuery.extend({
  clientRef: z.string().max(128).optional().meta({ description: 'Only keys with this mark.' }),
});
