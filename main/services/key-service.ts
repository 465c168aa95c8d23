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
import { confirmationWord } from '@core/domain/confirmation';
import type { EnvironmentRef } from '@core/domain/environment';
import { draftProblems, tidyDraft, type KeyChanges, type KeyDraft } from '@core/domain/key-draft';
import { toInstant } from '@core/domain/instant';
import type { Operation } from '@core/domain/operation';
import type { Clock } from '@main/ports';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import type { FingerprintService } from '@main/services/fingerprint-service';
import { findEdited, findIssued, findStopped } from '@main/services/findings';
import type { OperationJournal } from '@main/services/operation-journal';
import type { OperationService, RunOutcome } from '@main/services/operation-service';
import type { SecretVault } from '@main/services/secret-vault';

/** What the service stands on. */
export interface KeyServiceParts {
  readonly environments: EnvironmentService;
  readonly operations: OperationService;
  readonly journal: OperationJournal;
  readonly vault: SecretVault;
  readonly fingerprints: FingerprintService;
  readonly clock: Clock;
}

/** What is asked of `issue`. */
export interface IssueRequest {
  readonly operationId: string;
  readonly environment: EnvironmentRef;
  readonly draft: KeyDraft;
}

/** Issues, edits and stops keys, each as one journaled operation. */
export class KeyService {
  constructor(private readonly parts: KeyServiceParts) {}

  /** Issues a key. Its secret goes to the vault before the operation counts as done. */
  async issue({ operationId, environment, draft: typed }: IssueRequest): Promise<IssueOutcome> {
    const place = await this.parts.environments.place(environment);
    this.check(place, typed);
    const draft = tidyDraft(typed);
    const intent = {
      id: operationId,
      kind: 'issue',
      label: draft.name,
      payload: draft,
      ...environment,
    } as const;
    const outcome = await this.parts.operations.run(intent, {
      readBack: false,
      send: async (operation) => {
        const { key, secret } = await place.adapter.issue(environment.environmentId, draft, operation);
        return {
          key: { ...key, ...environment },
          handle: await this.hold(place, key.id, draft.name, secret),
        };
      },
      look: async (operation) => {
        const found = await findIssued(place, operation);
        if (!found.done) return found;
        return { done: true, value: { key: found.value, handle: await this.holdAgain(place, found.value) } };
      },
      keyId: ({ key }) => key.id,
    });
    if (outcome.state === 'checking')
      return checking(outcome, 'Sent, not confirmed: the key may exist already.');
    return { state: 'confirmed', adopted: outcome.reconciled, ...outcome.value };
  }

  /** Changes a key; a newer version on the console ends in `conflict` and nothing is written. */
  async edit(request: z.infer<typeof EditRequest>): Promise<EditOutcome> {
    const { operationId, key, revision, label } = request;
    const place = await this.parts.environments.place(refOf(key));
    if (!place.environment.canEdit)
      throw new AppError('forbidden', 'Keys of this environment cannot be edited.');
    this.check(place, request.changes);
    const changes = tidyDraft(request.changes);
    const fields = Object.keys(changes);
    const intent = { id: operationId, kind: 'edit', label, payload: changes, fields, ...key } as const;
    try {
      const outcome = await this.parts.operations.run<ApiKey>(intent, {
        readBack: false,
        send: async () => ({
          ...(await place.adapter.edit(key.environmentId, key.keyId, changes, revision)),
          ...refOf(key),
        }),
        look: (operation) => findEdited(place, operation, this.parts.journal),
      });
      if (outcome.state === 'confirmed') return { state: 'confirmed', key: outcome.value };
      return checking(outcome, 'Sent, not confirmed: the key may have changed already.');
    } catch (error) {
      return { state: 'conflict', theirs: await this.theirs(place, key.keyId, error) };
    }
  }

  /** Stops a key for good. Confirmed only after the console was read again and no longer has it. */
  async stop(request: z.infer<typeof StopRequest>): Promise<StopOutcome> {
    const { operationId, key, revision, typed } = request;
    const place = await this.parts.environments.place(refOf(key));
    const target = await place.adapter.key(key.environmentId, key.keyId);
    if (target !== null) this.checkWord(place, target.type, typed);
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
  sendStop(
    place: Place,
    {
      operationId,
      key,
      revision,
      label,
    }: Pick<z.infer<typeof StopRequest>, 'operationId' | 'key' | 'revision'> & { label: string },
  ): Promise<RunOutcome<null>> {
    const intent = { id: operationId, kind: 'stop', label, payload: { keyId: key.keyId }, ...key } as const;
    let told = false;
    return this.parts.operations.run<null>(intent, {
      readBack: true,
      send: async () => {
        told = await saysStopped(place.adapter.stop(key.environmentId, key.keyId, revision));
        return null;
      },
      look: (operation) => findStopped(place, operation, told),
    });
  }

  private check(place: Place, draft: KeyChanges): void {
    const rules = {
      traits: place.traits,
      maxValidityDays: place.environment.maxValidityDays,
      now: this.parts.clock.now() + (place.adapter.clockSkewMs() ?? 0),
    };
    const [field, problem] = Object.entries(draftProblems(draft, rules))[0] ?? [];
    if (field !== undefined && problem !== undefined) throw new AppError('invalid-input', problem, { field });
  }

  private checkWord(place: Place, type: ApiKey['type'], typed = ''): void {
    const { vendor, environment } = place;
    const word = confirmationWord({ keys: [{ type }], production: environment.production, vendor });
    if (word === null || typed.trim() === word) return;
    throw new AppError('invalid-input', `Type ${word} to go on.`, { field: 'typed' });
  }

  private async hold(place: Place, keyId: string, label: string, secret: string): Promise<string> {
    const environment = refOf(place.environment);
    const handle = this.parts.vault.hold({
      secret,
      environment,
      keyId,
      label,
      retrievable: place.vendor.secret.shown === 'any-time',
    });
    await this.parts.fingerprints.remember(secret, { ...environment, keyId });
    return handle;
  }

  private async holdAgain(place: Place, key: ApiKey): Promise<string | null> {
    if (place.vendor.secret.shown !== 'any-time') return null;
    try {
      const secret = await place.adapter.reveal(key.environmentId, key.id);
      return await this.hold(place, key.id, key.name, secret);
    } catch (error) {
      // The key is there, whether or not its secret can be read now.
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  private async theirs(place: Place, keyId: string, error: unknown): Promise<ApiKey> {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const theirs = await place.adapter.key(place.environment.environmentId, keyId);
    if (theirs === null) throw new AppError('not-found', 'Somebody else deleted this key in the meantime.');
    return { ...theirs, ...refOf(place.environment) };
  }
}

const refOf = ({ consoleId, environmentId }: EnvironmentRef): EnvironmentRef => ({
  consoleId,
  environmentId,
});

const checking = (
  { operation }: { readonly operation: Operation },
  message: string,
): { state: 'checking'; operationId: string; message: string } => ({
  state: 'checking',
  operationId: operation.id,
  message,
});

/** True where the console did it; false where it does not know the key (any more), which the read-back decides. */
async function saysStopped(stop: Promise<void>): Promise<boolean> {
  try {
    await stop;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false;
    throw error;
  }
}
