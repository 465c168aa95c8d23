import { useCallback, useState } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import { changeProblems, draftProblems, type DraftProblems } from '@core/domain/key-draft';
import { useNow } from '@renderer/shared/use-now';
import type { Place } from '@renderer/shared/place';
import { changesOf, draftOf } from './form-draft';
import { enterHosts } from './host-entry';
import { FORM_FACTS, type FormFact, type KeyForm } from './key-form';

/** A form being filled in. */
export interface KeyFormState {
  readonly form: KeyForm;
  readonly change: (change: Partial<KeyForm>) => void;
  /** When the form was opened, in epoch milliseconds. */
  readonly openedAt: number;
  /** What is wrong with the fields that the operator has left, or with all once they tried to send. */
  readonly problems: DraftProblems;
  readonly leave: (fact: FormFact) => void;
  /** Shows all problems; true when there are none. */
  readonly check: () => boolean;
  /** Puts an answer of the console at its field, if it names one. */
  readonly blame: (error: AppError) => void;
  /** Whether an error stands at a field. */
  readonly isBlamed: (error: AppError) => boolean;
}

/**
 * Keeps what is typed and says what is wrong with it by the rules that main applies too.
 * @param initial what stands where nothing was typed; it may change with the place
 * @param present for a key that exists: only what would change is judged
 */
export function useKeyForm(place: Place, initial: KeyForm, present?: ApiKey): KeyFormState {
  const [typed, setTyped] = useState<Partial<KeyForm>>({});
  const [openedAt] = useState(() => Date.now());
  const [left, setLeft] = useState<ReadonlySet<FormFact>>(new Set());
  const [answered, setAnswered] = useState<DraftProblems>({});
  // A role of one kind of place means nothing at another.
  const [roleOf, setRoleOf] = useState(place.traits);
  const role = roleOf === place.traits ? (typed.role ?? initial.role) : initial.role;
  const form = { ...initial, ...typed, role };
  const found = problemsOf(form, { place, openedAt, now: useNow(), present });
  const { traits } = place;
  const change = useCallback(
    (part: Partial<KeyForm>) => {
      setTyped((before) => ({ ...before, ...part }));
      if (part.role !== undefined) setRoleOf(traits);
      setAnswered({});
    },
    [traits],
  );
  const leave = useCallback((fact: FormFact) => setLeft((before) => new Set(before).add(fact)), []);
  const check = (): boolean => {
    setLeft(new Set(FORM_FACTS));
    return Object.keys(found).length === 0;
  };
  const blame = (error: AppError): void => {
    const fact = blamed(error);
    if (fact !== undefined) setAnswered({ [fact]: error.message });
  };
  const seen = Object.fromEntries(
    FORM_FACTS.filter((fact) => left.has(fact)).map((fact) => [fact, found[fact]]),
  );
  return { form, change, openedAt, problems: { ...seen, ...answered }, leave, check, blame, isBlamed };
}

const blamed = ({ facts }: AppError): FormFact | undefined => FORM_FACTS.find((fact) => fact === facts.field);
const isBlamed = (error: AppError): boolean => blamed(error) !== undefined;

interface Judged {
  readonly place: Place;
  readonly openedAt: number;
  readonly now: number;
  readonly present: ApiKey | undefined;
}

function problemsOf(form: KeyForm, { place, openedAt, now, present }: Judged): DraftProblems {
  const { traits, environment } = place;
  const rules = { traits, maxValidityDays: environment.maxValidityDays, now };
  const problems =
    present === undefined
      ? draftProblems(draftOf(form, place, openedAt), rules)
      : changeProblems(changesOf(form, present, place, openedAt), rules);
  if (traits.hostSyntax === null || form.hostText === '') return problems;
  const { problem } = enterHosts(form.hosts, form.hostText, traits.hostSyntax);
  return problem === null ? problems : { ...problems, allowedHosts: problem };
}
