import * as z from 'zod';
import { ApiKey, KeyRef } from '@core/domain/api-key';
import { AppErrorShape } from '@core/domain/app-error';
import { EnvironmentRef } from '@core/domain/environment';
import { KeyChanges } from '@core/domain/key-draft';
import { Operation, OperationId } from '@core/domain/operation';
import { Instant } from '@core/domain/instant';
import { Protection, ProtectionChange } from '@core/domain/protection';
import { SnippetId } from '@core/domain/usage';

/** Row sets cross as JSON text in pages of at most this many rows: as objects they take five times as long. */
export const PAGE_ROWS = 2_000;

/** How the OS keychain answers; see main/storage/secret-store. */
export const KeychainState = z.enum(['ok', 'locked', 'unavailable', 'unresponsive']);

/** What the window needs to know of the application. */
export const AppStatus = z.object({
  version: z.string(),
  electron: z.string(),
  platform: z.string(),
  keychain: KeychainState.nullable(),
  /** Credentials are in memory only and gone at the end of this session. */
  sessionOnly: z.boolean(),
  locked: z.boolean(),
  /** Whether keys are only found and stopped here, and what made it so; the setting cannot turn off the switch. */
  revokeOnly: z.enum(['off', 'setting', 'switch']),
  /** Where the practice console keeps its training data. */
  trainingFolder: z.string(),
});

/** A finished listing whose rows wait in main. */
export const Listing = z.object({
  /** Names the listing in `keys.page`. */
  listing: z.string().max(64),
  rows: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  asOf: Instant,
  /** Why these are the last known rows and not today's; null when they are fresh. */
  stale: AppErrorShape.nullable(),
});

/** A mutating call whose outcome is not known yet; it is being looked into under this operation. */
export const Checking = z.object({
  state: z.literal('checking'),
  operationId: OperationId,
  message: z.string(),
});

export const IssueOutcome = z.discriminatedUnion('state', [
  /** `handle` names the secret that waits in main; `adopted`: found again after an ambiguous answer. */
  z.object({
    state: z.literal('confirmed'),
    key: ApiKey,
    handle: z.string().nullable(),
    adopted: z.boolean(),
  }),
  Checking,
]);
export type IssueOutcome = z.infer<typeof IssueOutcome>;

export const EditOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('confirmed'), key: ApiKey }),
  /** Somebody else changed it; nothing was written. */
  z.object({ state: z.literal('conflict'), theirs: ApiKey }),
  Checking,
]);
export type EditOutcome = z.infer<typeof EditOutcome>;

export const StopOutcome = z.discriminatedUnion('state', [
  /** Read back from the console: the key is gone. */
  z.object({ state: z.literal('confirmed'), readBackAt: Instant }),
  z.object({ state: z.literal('conflict'), theirs: ApiKey }),
  Checking,
]);
export type StopOutcome = z.infer<typeof StopOutcome>;

export const EditRequest = z.strictObject({
  operationId: OperationId,
  key: KeyRef,
  /** Up to 200 characters of any script. */
  label: z.string().max(400),
  revision: z.string().max(200).optional(),
  changes: KeyChanges,
});

export const StopRequest = z.strictObject({
  operationId: OperationId,
  key: KeyRef,
  revision: z.string().max(200).optional(),
  /** The typed word, where `confirmationWord` asks for one; checked again in main. */
  typed: z.string().max(60).optional(),
  /** The operator knows that Keydesk itself may sign in with this key, and stops it all the same. */
  evenOwn: z.boolean().optional(),
});

/** What to change in the rules of one endpoint. */
export const ProtectionRequest = z.strictObject({
  operationId: OperationId,
  environment: EnvironmentRef,
  path: Protection.shape.path,
  revision: z.string().max(200),
  change: ProtectionChange,
});

export const ProtectionOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('confirmed'), protection: Protection }),
  /** Somebody else changed it; nothing was written. */
  z.object({ state: z.literal('conflict'), theirs: Protection }),
  Checking,
]);
export type ProtectionOutcome = z.infer<typeof ProtectionOutcome>;

/** Which snippet to copy: its kind, and by which of the vendor's ways the key is sent in it. */
export const UsageChoice = z.strictObject({
  snippet: SnippetId,
  way: z.number().int().nonnegative().max(20),
  withSecret: z.boolean(),
});
export type UsageChoice = z.infer<typeof UsageChoice>;

/** What a copy to the clipboard achieved; `verified` is false where the system did not let us look. */
export const CopyReport = z.object({
  clearsAfterSeconds: z.number().int().nullable(),
  verified: z.boolean(),
});

/** A newly issued secret that waits in main until it is let go of. */
export const WaitingSecret = z.object({
  handle: z.string().max(64),
  key: KeyRef,
  label: z.string(),
  /** Until when it may still be refused. */
  activatesAt: Instant.optional(),
});
export type WaitingSecret = z.infer<typeof WaitingSecret>;

/** An open or lately settled operation with the sentence that goes with it. */
export const OperationView = Operation.omit({ idempotencyKey: true, payloadHash: true, clientRef: true });
export type OperationView = z.infer<typeof OperationView>;
