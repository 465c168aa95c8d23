import { AppError } from '@core/domain/app-error';
import type { FrozenTarget } from '@core/domain/bulk';
import { approvedFacts } from '@core/domain/plan-facts';
import type { OperationJournal } from '@main/services/operation-journal';
import type { Place } from '@main/services/environment-service';
import { saysStopped } from '@main/services/key-service';

type Hash = Pick<OperationJournal, 'hash'>;

/**
 * Stops a key. SECURITY: one that was approved by its facts is read right before, and left alone with `conflict` where
 * they are others now. True where the console says that it stopped it, false where it does not know it (any more).
 */
export async function stopAsApproved(
  { adapter }: Place,
  { key: { environmentId, keyId }, revision, facts }: FrozenTarget,
  journal: Hash,
): Promise<boolean> {
  if (facts === undefined) return saysStopped(adapter.stop(environmentId, keyId, revision));
  const now = await adapter.key(environmentId, keyId);
  if (now === null) return false;
  if (journal.hash(approvedFacts(now)) !== facts)
    throw new AppError('conflict', 'The key is not what was approved any more.');
  return saysStopped(adapter.stop(environmentId, keyId, now.revision));
}
