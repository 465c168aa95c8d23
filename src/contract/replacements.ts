import * as z from 'zod';
import { IssueOutcome } from '@core/contract/messages';
import { call } from '@core/contract/shape';
import { KeyRef } from '@core/domain/api-key';
import { KeyDraft } from '@core/domain/key-draft';
import { OperationId } from '@core/domain/operation';
import { Replacement, ReplacementWait } from '@core/domain/replacement';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });
const ById = z.strictObject({ id: OperationId });

/** A key that takes over from another. The old one is stopped by `keys.stop`, on a click, and never from here. */
export const replacementCalls = {
  /** Those under way, and those that ended and were not forgotten. */
  list: call(Nothing, z.array(Replacement)),
  /** Issues the new key as `keys.issue` does, and keeps in mind which one it is to take over from. */
  issue: call(
    z.strictObject({ operationId: OperationId, old: KeyRef, draft: KeyDraft, wait: ReplacementWait }),
    IssueOutcome,
  ),
  /** Changes what is waited for. */
  wait: call(ById.extend({ wait: ReplacementWait }), Replacement),
  /** Looks at both keys on their console now. */
  look: call(ById, Replacement),
  /** Keeps both keys. */
  callOff: call(ById, Done),
  /** Takes one that is over off the list. */
  forget: call(ById, Done),
} as const;

export const replacementEvents = { replacementsChanged: Nothing } as const;
