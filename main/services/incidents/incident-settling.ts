import { AppError } from '@core/domain/app-error';
import type { DeploymentView } from '@core/domain/deployment';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import type { IncidentEvent, IncidentKey, IncidentView } from '@core/domain/incident';
import { linesOf } from '@core/domain/leak/incident-view';
import type { Operation } from '@core/domain/operation';
import type { IncidentDesk } from '@main/services/incidents/incident-desk';
import type { EnvironmentService } from '@main/services/environment-service';
import type { OperationJournal } from '@main/services/operation-journal';
import type { OperationService } from '@main/services/operation-service';

/** What settling stands on. */
export interface IncidentSettlingParts {
  readonly desk: IncidentDesk;
  readonly environments: Pick<EnvironmentService, 'place'>;
  readonly operations: Pick<OperationService, 'recheck'>;
  readonly journal: Pick<OperationJournal, 'open' | 'find'>;
}

const WORDS = {
  succeeded: 'Deployed: what is saved is live there.',
  failed: 'The pipeline failed; nothing new is live there.',
  cancelled: 'The pipeline was cancelled; nothing new is live there.',
  unclear: 'The console did not say how the deployment ended.',
} as const;

/** Writes into records what became clear later: of orders nobody confirmed, and of what waited for a deployment. */
export class IncidentSettling {
  constructor(private readonly parts: IncidentSettlingParts) {}

  /** Looks at every order without a clear outcome; one that cannot be looked at stays as it is. */
  async look(view: IncidentView): Promise<IncidentView> {
    if (view.state === 'closed') return view;
    let latest = view;
    for (const key of view.leaked.filter(isUnclear)) {
      const event = await this.laterOutcome(key, modeOf(view, key));
      if (event !== null) latest = await this.parts.desk.add(view.incidentId, [event]);
    }
    return latest;
  }

  /** A pipeline came to its end, or moved on. */
  async deployed(environment: EnvironmentRef, view: DeploymentView): Promise<void> {
    const { pipeline, targets } = view;
    if (pipeline === null || pipeline.state === 'running') return;
    const target = targets.find(({ id }) => id === pipeline.target)?.label ?? pipeline.target;
    const answer = WORDS[pipeline.state];
    for (const incident of await this.parts.desk.views()) {
      const waiting = incident.state === 'open' ? incident.leaked.filter(isSavedIn(environment)) : [];
      if (waiting.length === 0) continue;
      const live = waiting.filter(({ key }) => isLive(view, key.keyId));
      const ends = live.map((key) => liveEnd(key, modeOf(incident, key)));
      await this.parts.desk.add(incident.incidentId, [
        { kind: 'deployed', environment, target, answer },
        ...ends,
      ]);
    }
  }

  private async laterOutcome(key: IncidentKey, mode: string): Promise<IncidentEvent | null> {
    const { operationId } = key;
    if (operationId === undefined) return null;
    const operation = await this.operation(operationId);
    const facts = { kind: 'stopped', key: key.key, operationId } as const;
    if (operation?.state === 'failed')
      return { ...facts, state: 'failed', answer: 'It never took effect. Stop the key again.' };
    if (operation?.state !== 'confirmed') return null;
    const { vendor } = await this.parts.environments.place(key.key);
    if (vendor.mustDeploy)
      return {
        ...facts,
        state: 'saved',
        answer: 'Confirmed by a later look: saved. It works until that is deployed.',
      };
    return mode === 'disable'
      ? { ...facts, state: 'disabled', answer: 'Confirmed by a later look: disabled.' }
      : {
          ...facts,
          state: 'stopped',
          answer: 'Confirmed by a later look: the console no longer has the key.',
        };
  }

  private async operation(id: string): Promise<Operation | undefined> {
    await this.parts.journal.open();
    if (this.parts.journal.find(id) === undefined) return undefined;
    return this.parts.operations.recheck(id).catch((error: unknown) => {
      if (error instanceof AppError) return this.parts.journal.find(id);
      throw error;
    });
  }
}

/** An order that was given, and of which nothing more is known; the second, after a crash. */
const isUnclear = ({ state, orderedAt }: IncidentKey): boolean =>
  state === 'checking' || (state === 'live' && orderedAt !== undefined);

const isSavedIn =
  (environment: EnvironmentRef) =>
  ({ key, state }: IncidentKey): boolean =>
    state === 'saved' && environmentKey(key) === environmentKey(environment);

/** Nothing of this key waits for a deployment anywhere. */
const isLive = ({ pipeline, targets }: DeploymentView, keyId: string): boolean =>
  pipeline?.state === 'succeeded' &&
  targets.length > 0 &&
  targets.every(({ pending }) => pending.every((change) => change.keyId !== keyId));

function liveEnd({ key, operationId = '' }: IncidentKey, mode: string): IncidentEvent {
  const state = mode === 'disable' ? 'disabled' : 'stopped';
  return { kind: 'stopped', key, operationId, state, answer: 'Deployed wherever it can be: it is live.' };
}

/** How the latest order of a key was meant. */
const modeOf = ({ entries }: IncidentView, { operationId }: IncidentKey): string =>
  linesOf(entries, 'ordered').findLast(({ event }) => event.operationId === operationId)?.event.mode ??
  'kill';
