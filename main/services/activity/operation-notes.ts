import type { ActivityAction, ActivityNote, ActivityResult } from '@core/domain/activity';
import type { Instant } from '@core/domain/instant';
import type { Operation, OperationState } from '@core/domain/operation';

/** What the notes on operations need to know. */
export interface OperationNoteParts {
  /** The hash an operation of this payload has. */
  readonly hash: (payload: unknown) => string;
  /** When this session began. */
  readonly startedAt: Instant;
}

const RESULTS: Partial<Record<OperationState, ActivityResult>> = {
  confirmed: 'confirmed',
  failed: 'failed',
  ambiguous: 'unclear',
  absent: 'absent',
};

/** What the activity log says of an operation that moved on; null for steps on the way. */
export function operationNote(
  operation: Operation,
  before: Operation | undefined,
  parts: OperationNoteParts,
): ActivityNote | null {
  const { state, kind, consoleId, environmentId, keyId, label, fields, error, id } = operation;
  const result = RESULTS[state];
  if (result === undefined || before?.state === state) return null;
  // How a deployment goes on is told by those who follow it; of one that ended with Keydesk nobody else knows.
  if (kind === 'deploy' && (state !== 'absent' || operation.startedAt >= parts.startedAt)) return null;
  return {
    action: actionOf(operation, parts),
    result: result === 'confirmed' && cameLate(operation, before, parts) ? 'found' : result,
    consoleId,
    environmentId,
    keyId,
    keyName: label,
    ...(kind !== 'stop' && fields !== undefined && { detail: `Changed: ${fields.join(', ')}.` }),
    why: error,
    of: id,
  };
}

/** Nobody waited for its end any more: a later look found it. */
const cameLate = (
  operation: Operation,
  before: Operation | undefined,
  { startedAt }: OperationNoteParts,
): boolean => before?.state === 'ambiguous' || before?.state === 'absent' || operation.startedAt < startedAt;

/** SECURITY: what was changed is kept as a hash only; of the two values of a switch the hash tells which. */
function actionOf({ kind, fields, payloadHash }: Operation, { hash }: OperationNoteParts): ActivityAction {
  if (kind !== 'edit' || fields?.join() !== 'active') return kind;
  return payloadHash === hash({ active: false }) ? 'disable' : 'enable';
}
