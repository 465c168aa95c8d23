import { DECISIONS, type Decision, type ReviewEntry } from '@core/domain/review';

/** How a decision is called, and the key that takes it. */
export const DECISION_FACTS: Readonly<
  Record<Decision, { readonly label: string; readonly letter: string; readonly means: string }>
> = {
  keep: { label: 'Keep', letter: 'K', means: 'It stays as it is.' },
  restrict: { label: 'Restrict', letter: 'T', means: 'It stays, and may do less: role, hosts or expiry.' },
  replace: { label: 'Replace', letter: 'R', means: 'Another key takes its place, then it is stopped.' },
  revoke: { label: 'Revoke', letter: 'X', means: 'It is stopped.' },
  ask: { label: 'Ask the owner', letter: 'A', means: 'Only its owner can tell.' },
};

/** The decision that a pressed key takes; null for any other key. */
export const decisionOf = (letter: string): Decision | null =>
  DECISIONS.find((decision) => DECISION_FACTS[decision].letter === letter.toUpperCase()) ?? null;

/** What is decided about a key, in a word; empty while nothing is. */
export const decisionText = (entry: ReviewEntry | null): string =>
  entry === null || entry.decision === null ? '' : DECISION_FACTS[entry.decision].label;
