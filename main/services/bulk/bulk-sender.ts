import type { BulkAct, FrozenTarget } from '@core/domain/bulk';
import { takesAway } from '@core/domain/bulk-fate';
import type { KeyChanges } from '@core/domain/key-draft';
import type { Operation } from '@core/domain/operation';
import type { DeploymentService } from '@main/services/deployment-service';
import type { Place } from '@main/services/environment-service';
import { findEdited } from '@main/services/findings';
import { refOf, refuseReadOnly } from '@main/services/key-checks';
import type { OperationIntent, OperationJournal } from '@main/services/operation-journal';
import type { Attempt, RunOutcome } from '@main/services/attempt';
import type { OperationService } from '@main/services/operation-service';
import { stopAsApproved } from './as-approved';
import type { ConsolePace } from './console-pace';
import type { ReadBack } from './read-back';

/** What the sender stands on. */
export interface BulkSenderParts {
  readonly operations: OperationService;
  readonly journal: OperationJournal;
  readonly deployments: Pick<DeploymentService, 'note'>;
}

/** One key that is dealt with. */
export interface Job {
  readonly act: BulkAct;
  readonly target: FrozenTarget;
  readonly place: Place;
  readonly pace: ConsolePace;
  readonly readBack: ReadBack;
  readonly halted: AbortSignal;
}

/** A job on its way. */
export interface Sending {
  /** Resolves when nothing more is sent for it, whatever comes of it. */
  readonly over: Promise<void>;
  readonly outcome: Promise<RunOutcome<unknown>>;
}

/** Deals with one key of a run as one journaled operation, the same as the buttons of a single key do. */
export class BulkSender {
  constructor(private readonly parts: BulkSenderParts) {}

  /** Begins; throws where nothing can be changed. */
  begin(job: Job): Sending {
    refuseReadOnly(job.place);
    let done: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (done = resolve));
    const outcome = this.run(job, done).finally(done);
    return { over, outcome };
  }

  private async run(job: Job, over: () => void): Promise<RunOutcome<unknown>> {
    const { act, target, place } = job;
    const changes = changesOf(act);
    const outcome =
      changes === null
        ? await this.parts.operations.run(
            intentOf(target, 'stop', { keyId: target.key.keyId }),
            stopping(job, this.parts.journal, over),
          )
        : await this.parts.operations.run(
            { ...intentOf(target, 'edit', changes), fields: Object.keys(changes) },
            this.editing(job, changes, over),
          );
    if (outcome.state === 'confirmed' && place.vendor.mustDeploy)
      await this.parts.deployments.note(refOf(place.environment), {
        keyId: target.key.keyId,
        name: target.label,
        kind: changes === null ? 'stop' : 'edit',
      });
    return outcome;
  }

  private editing(
    { target: { key, revision }, place, pace, halted }: Job,
    changes: KeyChanges,
    over: () => void,
  ): Attempt<unknown> {
    const { environmentId, keyId } = key;
    return {
      readBack: false,
      repeatable: true,
      send: () =>
        pace.send(halted, () => place.adapter.edit(environmentId, keyId, changes, revision)).finally(over),
      look: (operation) => pace.read(() => findEdited(place, operation, this.parts.journal)),
    };
  }
}

function stopping(
  { target, place, pace, readBack, halted }: Job,
  journal: OperationJournal,
  over: () => void,
): Attempt<null> {
  let sent = false;
  let told = false;
  const stop = (): Promise<boolean> => stopAsApproved(place, target, journal);
  return {
    readBack: true,
    repeatable: true,
    send: async () => {
      sent = true;
      try {
        told = await readBack.sending(place, () => pace.send(halted, stop));
      } finally {
        over();
      }
      return null;
    },
    look: (operation: Operation) =>
      sent ? readBack.after(place, operation, told) : readBack.before(place, operation),
  };
}

const intentOf = (
  { operationId, key, label }: FrozenTarget,
  kind: 'stop' | 'edit',
  payload: unknown,
): OperationIntent => ({ id: operationId, kind, label, payload, ...key });

/** What an act changes in a key; null where it ends it. */
function changesOf(act: BulkAct): KeyChanges | null {
  if (act.kind === 'stop') return null;
  return act.kind === 'extend' ? { expiresAt: act.expiresAt } : { active: !takesAway(act) };
}
