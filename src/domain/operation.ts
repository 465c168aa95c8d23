import * as z from 'zod';
import { ConsoleId, EnvironmentId } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';

/** One per submitted form; a second submission of the same form carries the same id. */
export const OperationId = z.uuid();

export const OperationKind = z.enum(['issue', 'edit', 'stop', 'protect', 'deploy']);
export type OperationKind = z.infer<typeof OperationKind>;

/**
 * intended: written down, nothing sent · sent: on its way · confirmed: the console has it, read back ·
 * failed: the console refused it or it never left · ambiguous: nobody knows yet ·
 * absent: looked for and not there; a late arrival is watched for (`LATE_ARRIVAL_MS`).
 */
export const OperationState = z.enum(['intended', 'sent', 'confirmed', 'failed', 'ambiguous', 'absent']);
export type OperationState = z.infer<typeof OperationState>;

/** One intended change as the journal keeps it: no secret, no payload, only its hash. */
export const Operation = z.object({
  id: OperationId,
  kind: OperationKind,
  consoleId: ConsoleId,
  environmentId: EnvironmentId,
  /** The key it is about, for an issue known only afterwards; for `protect` the path of the endpoint, for `deploy` the place. */
  keyId: z.string().max(500).optional(),
  /** The key's name when it was intended, for people: up to 200 characters, of which some count twice here. */
  label: z.string().max(400),
  clientRef: z.string().max(64),
  idempotencyKey: z.string().max(64),
  /** SHA-256 of the canonical payload, hex. */
  payloadHash: z.string().max(64),
  /** For an edit: which facts it changes, so that the record can be compared with the hash later. */
  fields: z.array(z.string().max(40)).max(20).optional(),
  /** For an issue that is found again by name: the keys that had this name before it was sent. */
  known: z.array(z.string().max(200)).max(200).optional(),
  state: OperationState,
  /** When it was intended. */
  startedAt: Instant,
  /** When its state last changed. */
  changedAt: Instant,
  /** The code of the error that ended or clouded it. */
  error: z.string().max(40).optional(),
  /** For an issue whose secret is told once: whether somebody took it over, or it waits in Keydesk's memory alone. */
  secret: z.enum(['waiting', 'taken']).optional(),
});
export type Operation = z.infer<typeof Operation>;

/** Operations that still need to be settled. */
export const isOpen = ({ state }: Pick<Operation, 'state'>): boolean =>
  state === 'intended' || state === 'sent' || state === 'ambiguous';

/** A change that was not found may still arrive late for this long; until then it is looked for at every refresh. */
export const LATE_ARRIVAL_MS = 24 * 3_600_000;

/** Whether a look at the console may tell more of it; `now` in epoch milliseconds. */
export const needsLook = (operation: Pick<Operation, 'state' | 'changedAt'>, now: number): boolean =>
  isOpen(operation) ||
  (operation.state === 'absent' && now - Date.parse(operation.changedAt) < LATE_ARRIVAL_MS);
