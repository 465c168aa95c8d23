import type * as z from 'zod';
import type {
  EditOutcome,
  EditRequest,
  IssueOutcome,
  StopOutcome,
  StopRequest,
} from '@core/contract/messages';
import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { PendingChange } from '@core/domain/deployment';
import { changeProblems, tidyDraft } from '@core/domain/key-draft';
import { toInstant } from '@core/domain/instant';
import type { Clock, Crypto } from '@main/ports';
import type { DeploymentService } from '@main/services/deployment-service';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import type { FingerprintService } from '@main/services/fingerprint-service';
import { findEdited, findStopped } from '@main/services/findings';
import { checkFields, checking, checkWord, ownKey, refOf, refuseReadOnly } from '@main/services/key-checks';
import { KeyIssuer, type IssueRequest } from '@main/services/key-issuer';
import type { OperationJournal } from '@main/services/operation-journal';
import type { RunOutcome } from '@main/services/attempt';
import type { OperationService } from '@main/services/operation-service';
import type { SecretVault } from '@main/services/secret-vault';

/** What the service stands on. */
export interface KeyServiceParts {
  readonly environments: EnvironmentService;
  readonly operations: OperationService;
  readonly journal: OperationJournal;
  readonly vault: SecretVault;
  readonly fingerprints: FingerprintService;
  readonly deployments: Pick<DeploymentService, 'note'>;
  readonly clock: Clock;
  readonly crypto: Pick<Crypto, 'secret'>;
}

/** Issues, edits and stops keys, each as one journaled operation. */
export class KeyService {
  private readonly issuer: KeyIssuer;

  constructor(private readonly parts: KeyServiceParts) {
    this.issuer = new KeyIssuer(parts);
  }

  /** See `KeyIssuer.issue`. */
  issue(request: IssueRequest): Promise<IssueOutcome> {
    return this.issuer.issue(request);
  }

  /** Changes a key; a newer version on the console ends in `conflict` and nothing is written. */
  async edit(request: z.infer<typeof EditRequest>): Promise<EditOutcome> {
    const { operationId, key, revision, label } = request;
    const place = await this.parts.environments.place(refOf(key));
    if (!place.environment.canEdit)
      throw new AppError('forbidden', 'Keys of this environment cannot be edited.');
    checkFields(place, { problemsOf: changeProblems, draft: request.changes, clock: this.parts.clock });
    const changes = tidyDraft(request.changes);
    const fields = Object.keys(changes);
    const intent = { id: operationId, kind: 'edit', label, payload: changes, fields, ...key } as const;
    try {
      const outcome = await this.parts.operations.run<ApiKey>(intent, {
        readBack: false,
        repeatable: true,
        send: async () => ({
          ...(await place.adapter.edit(key.environmentId, key.keyId, changes, revision)),
          ...refOf(key),
        }),
        look: (operation) => findEdited(place, operation, this.parts.journal),
      });
      if (outcome.state === 'checking')
        return checking(outcome, 'Sent, not confirmed: the key may have changed already.');
      await this.noteSave(place, 'edit', outcome.value);
      return { state: 'confirmed', key: outcome.value };
    } catch (error) {
      return { state: 'conflict', theirs: await this.theirs(place, key.keyId, error) };
    }
  }

  /** Stops a key for good. Confirmed only after the console was read again and no longer has it. */
  async stop(request: z.infer<typeof StopRequest>): Promise<StopOutcome> {
    const { operationId, key, revision, typed, evenOwn = false } = request;
    const place = await this.parts.environments.place(refOf(key));
    refuseReadOnly(place);
    const target = await place.adapter.key(key.environmentId, key.keyId);
    if (target !== null) checkWord(place, target.type, typed);
    if (target?.signsIn !== undefined && !evenOwn) throw ownKey(target.signsIn);
    const label = target?.name ?? key.keyId;
    try {
      const outcome = await this.sendStop(place, { operationId, key, revision, label });
      if (outcome.state === 'confirmed') {
        return { state: 'confirmed', readBackAt: toInstant(this.parts.clock.now()) };
      }
      return checking(
        outcome,
        'Sent, not confirmed: the console still has the key or cannot be asked. Treat it as live.',
      );
    } catch (error) {
      return { state: 'conflict', theirs: await this.theirs(place, key.keyId, error) };
    }
  }

  /** The stop itself, for one key whose confirmation was checked before. */
  async sendStop(
    place: Place,
    {
      operationId,
      key,
      revision,
      label,
    }: Pick<z.infer<typeof StopRequest>, 'operationId' | 'key' | 'revision'> & { label: string },
  ): Promise<RunOutcome<null>> {
    refuseReadOnly(place);
    const intent = { id: operationId, kind: 'stop', label, payload: { keyId: key.keyId }, ...key } as const;
    let told = false;
    const outcome = await this.parts.operations.run<null>(intent, {
      readBack: true,
      repeatable: true,
      send: async () => {
        told = await saysStopped(place.adapter.stop(key.environmentId, key.keyId, revision));
        return null;
      },
      look: (operation) => findStopped(place, operation, told),
    });
    if (outcome.state === 'confirmed') await this.noteSave(place, 'stop', { id: key.keyId, name: label });
    return outcome;
  }

  /** Where changes have to be deployed, what was saved is not live yet. */
  private async noteSave(
    { vendor, environment }: Place,
    kind: PendingChange['kind'],
    { id, name }: Pick<ApiKey, 'id' | 'name'>,
  ): Promise<void> {
    if (vendor.mustDeploy) await this.parts.deployments.note(refOf(environment), { keyId: id, name, kind });
  }

  private async theirs(place: Place, keyId: string, error: unknown): Promise<ApiKey> {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const theirs = await place.adapter.key(place.environment.environmentId, keyId);
    if (theirs === null) throw new AppError('not-found', 'Somebody else deleted this key in the meantime.');
    return { ...theirs, ...refOf(place.environment) };
  }
}

/** True where the console did it; false where it does not know the key (any more), which the read-back decides. */
export async function saysStopped(stop: Promise<void>): Promise<boolean> {
  try {
    await stop;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false;
    throw error;
  }
}
