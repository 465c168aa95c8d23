import type { IssueOutcome } from '@core/contract/messages';
import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import { draftProblems, tidyDraft, type KeyDraft } from '@core/domain/key-draft';
import type { Place } from '@main/services/environment-service';
import { findIssued } from '@main/services/findings';
import { checkFields, checking, refOf } from '@main/services/key-checks';
import type { KeyServiceParts } from '@main/services/key-service';

/** How many keys of one name the journal can tell a new one from. */
const MOST_NAMESAKES = 200;

/** What is asked of `issue`. */
export interface IssueRequest {
  readonly operationId: string;
  readonly environment: EnvironmentRef;
  readonly draft: KeyDraft;
}

/** Issues keys, each as one journaled operation. */
export class KeyIssuer {
  constructor(private readonly parts: KeyServiceParts) {}

  /** Issues a key. Its secret goes to the vault before the operation counts as done. */
  async issue({ operationId, environment, draft: typed }: IssueRequest): Promise<IssueOutcome> {
    const place = await this.parts.environments.place(environment);
    checkFields(place, { problemsOf: draftProblems, draft: typed, clock: this.parts.clock });
    const draft = tidyDraft(typed);
    // SECURITY: the journal hashes the payload, and the hash of a weak secret gives it away.
    const { secret: asked, ...payload } = draft;
    const intent = {
      id: operationId,
      kind: 'issue',
      label: draft.name,
      payload,
      ...environment,
      ...(place.vendor.findsBack === 'name' && { known: await namesakes(place, draft.name) }),
    } as const;
    const secret = asked === 'generate' ? this.parts.crypto.secret() : asked?.typed;
    const decided = { ...payload, ...(secret !== undefined && { secret }) };
    const outcome = await this.parts.operations.run(intent, {
      readBack: false,
      repeatable: place.vendor.repeatable,
      send: async (operation) => {
        const issued = await place.adapter.issue(environment.environmentId, decided, operation);
        return {
          key: { ...issued.key, ...environment },
          handle: this.hold(place, issued.key, issued.secret),
        };
      },
      look: async (operation) => {
        const found = await findIssued(place, operation);
        if (!found.done) return found;
        return { done: true, value: { key: found.value, handle: await this.holdAgain(place, found.value) } };
      },
      facts: ({ key, handle }) => ({
        keyId: key.id,
        ...(isToldOnce(place) && handle !== null && { secret: 'waiting' as const }),
      }),
    });
    if (outcome.state === 'checking')
      return checking(outcome, 'Sent, not confirmed: the key may exist already.');
    const { id: keyId, name } = outcome.value.key;
    if (place.vendor.mustDeploy)
      await this.parts.deployments.note(environment, { keyId, name, kind: 'issue' });
    return { state: 'confirmed', adopted: outcome.reconciled, ...outcome.value };
  }

  private hold(
    place: Place,
    { id, name, activatesAt }: Pick<ApiKey, 'id' | 'name' | 'activatesAt'>,
    secret: string,
  ): string {
    const environment = refOf(place.environment);
    const handle = this.parts.vault.hold({
      secret,
      environment,
      keyId: id,
      label: name,
      retrievable: hasItElsewhere(place),
      ...(activatesAt !== undefined && { activatesAt }),
    });
    // A keychain that does not answer must not keep a new secret from the operator.
    void this.parts.fingerprints.remember(secret, { ...environment, keyId: id });
    return handle;
  }

  private async holdAgain(place: Place, key: ApiKey): Promise<string | null> {
    if (isToldOnce(place)) return null;
    try {
      return this.hold(place, key, await place.adapter.reveal(key.environmentId, key.id));
    } catch (error) {
      // The key is there, whether or not its secret can be read now.
      if (error instanceof AppError) return null;
      throw error;
    }
  }
}

const isToldOnce = ({ traits }: Place): boolean => traits.secret.shown === 'once';

/** Whether a secret is not lost with ours: the console shows it again, or the operator brought it. */
const hasItElsewhere = ({ traits: { secret } }: Place): boolean =>
  secret.shown === 'any-time' || secret.source === 'operator';

/** The keys that have this name now: whichever comes later is told apart from them. */
async function namesakes({ adapter, environment }: Place, name: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { keys } of adapter.keys(environment.environmentId))
    ids.push(...keys.filter((key) => key.name === name).map(({ id }) => id));
  if (ids.length <= MOST_NAMESAKES) return ids;
  throw new AppError('invalid-input', 'Too many keys have this name already. Choose another one.', {
    field: 'name',
  });
}
