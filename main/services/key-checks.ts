import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { confirmationWord } from '@core/domain/confirmation';
import type { EnvironmentRef } from '@core/domain/environment';
import type { DraftProblems, DraftRules } from '@core/domain/key-draft';
import type { Operation } from '@core/domain/operation';
import type { Clock } from '@main/ports';
import type { Place } from '@main/services/environment-service';

/** Throws `forbidden`, with the reason, where nothing can be changed. */
export function refuseReadOnly({ environment }: Place): void {
  if (environment.readOnly !== undefined) throw new AppError('forbidden', environment.readOnly);
}

/** Throws `invalid-input` at the first field that is wrong, by the rules of its environment. */
export function checkFields<D>(
  place: Place,
  {
    problemsOf,
    draft,
    clock,
  }: { problemsOf: (draft: D, rules: DraftRules) => DraftProblems; draft: D; clock: Clock },
): void {
  refuseReadOnly(place);
  const rules = {
    traits: place.traits,
    maxValidityDays: place.environment.maxValidityDays,
    now: clock.now() + (place.adapter.clockSkewMs() ?? 0),
  };
  const [field, problem] = Object.entries(problemsOf(draft, rules))[0] ?? [];
  if (field !== undefined && problem !== undefined) throw new AppError('invalid-input', problem, { field });
}

/** Throws `invalid-input` where stopping a key asks for a word that was not typed. */
export function checkWord({ traits, environment }: Place, type: ApiKey['type'], typed = ''): void {
  const word = confirmationWord({ keys: [{ type }], production: environment.production, stop: traits.stop });
  if (word === null || typed.trim() === word) return;
  throw new AppError('invalid-input', `Type ${word} to go on.`, { field: 'typed' });
}

/** That Keydesk would lock itself out, which has to be confirmed on its own. */
export const ownKey = (signsIn: 'yes' | 'perhaps'): AppError =>
  new AppError(
    'invalid-input',
    signsIn === 'yes'
      ? 'Keydesk signs in with this key. Confirm that you want to stop it all the same.'
      : 'Keydesk may be signing in with this key. Confirm that you want to stop it all the same.',
    { field: 'evenOwn' },
  );

/** The reference in anything that has one. */
export const refOf = ({ consoleId, environmentId }: EnvironmentRef): EnvironmentRef => ({
  consoleId,
  environmentId,
});

/** The answer while nobody knows what became of an operation. */
export const checking = (
  { operation }: { readonly operation: Operation },
  message: string,
): { state: 'checking'; operationId: string; message: string } => ({
  state: 'checking',
  operationId: operation.id,
  message,
});
