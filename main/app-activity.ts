import type { ActivityResult } from '@core/domain/activity';
import type { DeploymentView, PipelineState } from '@core/domain/deployment';
import type { EnvironmentRef } from '@core/domain/environment';
import { toInstant } from '@core/domain/instant';
import type { AppPorts } from '@main/app';
import type { Places } from '@main/app-places';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto } from '@main/node-crypto';
import type { Activity } from '@main/ports';
import { named } from '@main/services/activity/activity-names';
import { ActivityService } from '@main/services/activity/activity-service';
import { operationNote } from '@main/services/activity/operation-notes';
import type { ListingService } from '@main/services/listing-service';
import { OperationJournal } from '@main/services/operation-journal';

/** The log of what is done here; it asks consoles for nothing. */
export function createActivity(
  outside: AppPorts,
  stores: AppStores,
  {
    environments,
    adapters,
    listings,
  }: Pick<Places, 'environments' | 'adapters'> & { listings: ListingService },
): ActivityService {
  const sources = { consoles: stores.consoles, environments, listings, adapters };
  return new ActivityService({
    ...outside,
    entries: stores.activity,
    crypto: nodeCrypto,
    named: (note) => named(sources, note),
  });
}

/** The intent journal; what becomes of an operation is told to the window and to the activity log. */
export function createJournal(
  { clock, emit }: AppPorts,
  stores: AppStores,
  activity: Activity,
): OperationJournal {
  const startedAt = toInstant(clock.now());
  const journal: OperationJournal = new OperationJournal(
    stores.operations,
    clock,
    nodeCrypto,
    (now, before) => {
      emit('operationsChanged', {});
      const hash = (payload: unknown): string => journal.hash(payload);
      const note = now === undefined ? null : operationNote(now, before, { startedAt, hash });
      if (note !== null) activity.record(note);
    },
  );
  return journal;
}

const ENDS: Readonly<Record<PipelineState, ActivityResult | null>> = {
  running: null,
  succeeded: 'confirmed',
  failed: 'failed',
  cancelled: 'failed',
  unclear: 'unclear',
};

/** Tells the activity log of the end of a deployment. */
export function recordDeployment(
  activity: Activity,
  environment: EnvironmentRef,
  { pipeline, targets }: DeploymentView,
): void {
  const result = pipeline === null ? null : ENDS[pipeline.state];
  if (pipeline === null || result === null) return;
  const target = targets.find(({ id }) => id === pipeline.target)?.label ?? pipeline.target;
  const detail = `Deployment to ${target}${pipeline.state === 'cancelled' ? ' was cancelled' : ''}.`;
  activity.record({ action: 'deploy', result, ...environment, detail });
}
