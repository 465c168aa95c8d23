import type * as z from 'zod';
import type { incidentCalls } from '@core/contract/leak';
import type { IssueOutcome } from '@core/contract/messages';
import { keyText } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { copyDraft } from '@core/domain/leak/copy-draft';
import type { Clock } from '@main/ports';
import type { EnvironmentService } from '@main/services/environment-service';
import type { IncidentDesk } from '@main/services/incidents/incident-desk';
import { refOf, refuseReadOnly } from '@main/services/key-checks';
import type { KeyService } from '@main/services/key-service';

type ReplaceCall = z.output<(typeof incidentCalls)['replace']['input']>;

/** What replacing stands on. */
export interface IncidentReplacingParts {
  readonly desk: IncidentDesk;
  readonly environments: EnvironmentService;
  readonly keys: KeyService;
  readonly clock: Pick<Clock, 'now'>;
}

/** Issues a copy of a leaked key with the same settings; its secret waits in the vault like any new one. */
export async function replaceLeaked(
  request: ReplaceCall,
  { desk, environments, keys, clock }: IncidentReplacingParts,
): Promise<IssueOutcome> {
  const { incidentId, operationId, key, why } = request;
  const view = await desk.open(incidentId);
  desk.mustNotTell(why);
  if (!view.leaked.some((each) => keyText(each.key) === keyText(key)))
    throw new AppError('invalid-input', 'This key is not part of the incident. Search for it first.');
  const place = await environments.place(key);
  refuseReadOnly(place);
  if (place.traits.secret.shown === 'kept') throw recordOnly();
  const current = await place.adapter.key(key.environmentId, key.keyId);
  if (current === null)
    throw new AppError('not-found', 'The console no longer has this key, so nothing tells its settings.');
  const { maxValidityDays } = place.environment;
  const { vendor, traits } = place;
  const draft = copyDraft(current, { vendor, traits, maxValidityDays, now: clock.now() });
  await desk.add(incidentId, [{ kind: 'decided', mode: 'replace', why, keys: [key] }]);
  const replaced = { kind: 'replaced', key, operationId } as const;
  try {
    const outcome = await keys.issue({ operationId, environment: refOf(key), draft });
    const newKey = outcome.state === 'confirmed' ? { keyId: outcome.key.id, name: outcome.key.name } : null;
    const answer =
      newKey === null ? UNCLEAR : `The console ${traits.create.past} a copy with the same settings.`;
    await desk.add(incidentId, [{ ...replaced, newKey, answer }]);
    return outcome;
  } catch (error) {
    const answer = error instanceof AppError ? error.message : UNCLEAR;
    await desk.add(incidentId, [{ ...replaced, newKey: null, answer }]);
    throw error;
  }
}

const UNCLEAR = 'Sent, not confirmed: the copy may exist already.';

const recordOnly = (): AppError =>
  new AppError(
    'forbidden',
    'Keydesk only keeps a record of this key. Make its successor in the console of its vendor.',
  );
