import * as z from 'zod';
import { ConsoleId, EnvironmentId } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';

/** The vendor's own identifier of a key: opaque, only ever sent back encoded. */
export const KeyId = z.string().min(1).max(200);

/** Names one key over all consoles. */
export const KeyRef = z.strictObject({ consoleId: ConsoleId, environmentId: EnvironmentId, keyId: KeyId });
export type KeyRef = z.infer<typeof KeyRef>;

export const KEY_TYPES = ['standard', 'administration'] as const;
export const KeyType = z.enum(KEY_TYPES);
export type KeyType = z.infer<typeof KeyType>;

/**
 * The record of an API key as every vendor has it; never its secret.
 * A field the vendor does not have is absent, `null` is a field it has without a value.
 */
export const ApiKey = z.object({
  consoleId: ConsoleId,
  environmentId: EnvironmentId,
  id: KeyId,
  name: z.string(),
  description: z.string().optional(),
  type: KeyType.nullable(),
  role: z.string().nullable(),
  /** `false` where the vendor can stop a key reversibly and did; `null` where it cannot. */
  active: z.boolean().nullable(),
  createdAt: Instant.optional(),
  createdBy: z.string().optional(),
  expiresAt: z.union([Instant, z.literal('never'), z.literal('unknown')]).optional(),
  allowedHosts: z.union([z.literal('any'), z.array(z.string())]).optional(),
  lastUsedAt: z.union([Instant, z.literal('never')]).optional(),
  lastUsedIp: z.string().optional(),
  /** Identifies the key without its secret, e.g. its last four characters. */
  hint: z.string().optional(),
  /** Whether what is saved of it is live too; see `DeploymentView`. */
  deployed: z.enum(['live', 'saved', 'unknown']).optional(),
  /** Endpoints whose rules name it. */
  usedBy: z.array(z.string()).optional(),
  /** Its secret was chosen by a person and is easy to guess, where that can be told without showing it. */
  weakSecret: z.literal(true).optional(),
  /** Whether its secret can be shown, where that differs from key to key. */
  readable: z.boolean().optional(),
  /** Keydesk itself signs in with it: surely, or as far as can be told. */
  signsIn: z.enum(['yes', 'perhaps']).optional(),
  /** Until when a new key may still be refused. */
  activatesAt: Instant.optional(),
  revokedAt: Instant.optional(),
  /** The vendor's version of the record (ETag). */
  revision: z.string().optional(),
  /** Our mark that finds a key again after an ambiguous answer. */
  clientRef: z.string().optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** The reference of a key. */
export const keyRefOf = (key: ApiKey): KeyRef => ({
  consoleId: key.consoleId,
  environmentId: key.environmentId,
  keyId: key.id,
});

/** A text that identifies a key over all consoles, for maps. */
export const keyText = ({ consoleId, environmentId, keyId }: KeyRef): string =>
  JSON.stringify([consoleId, environmentId, keyId]);
