import { DAY_MS, toInstant } from '@core/domain/instant';
import { knowsLastUse, MOST_SILENT_DAYS, waitProblem, type ReplacementWait } from '@core/domain/replacement';
import type { KeyTraits } from '@core/domain/vendor';

/** When an old key may go, as it is typed. */
export interface WaitForm {
  readonly kind: ReplacementWait['kind'];
  readonly days: string;
  /** A day of the local calendar. */
  readonly date: string;
}

/** How long an old key stays where nobody can see whether it is used. */
const USUAL_DAYS = 7;

/** A day of silence where that can be seen; otherwise a week, or less where the old key ends before. */
export function usualWait(traits: KeyTraits, expiresAt: string | undefined, now: number): WaitForm {
  const ends = Date.parse(expiresAt ?? '');
  const week = now + USUAL_DAYS * DAY_MS;
  const date = dayOf(Number.isNaN(ends) ? week : Math.min(week, ends));
  return { kind: knowsLastUse(traits) ? 'silence' : 'date', days: '1', date };
}

/** What a replacement waits for, as it is typed again. */
export function waitFormOf(wait: ReplacementWait, now: number): WaitForm {
  return wait.kind === 'silence'
    ? { kind: 'silence', days: String(wait.days), date: dayOf(now + USUAL_DAYS * DAY_MS) }
    : { kind: 'date', days: '1', date: dayOf(Date.parse(wait.at)) };
}

/** What a form means; null where it means nothing. A day lasts to its end, but never past that of the key. */
export function waitOf(
  { kind, days, date }: WaitForm,
  expiresAt: string | undefined,
): ReplacementWait | null {
  if (kind === 'silence')
    return /^\d{1,2}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= MOST_SILENT_DAYS
      ? { kind, days: Number(days) }
      : null;
  const end = new Date(`${date}T23:59:59`).getTime();
  const expiry = Date.parse(expiresAt ?? '');
  if (Number.isNaN(end)) return null;
  return { kind, at: toInstant(dayOf(expiry) === date ? Math.min(end, expiry) : end) };
}

/** What is wrong with a form, in a sentence; null when nothing is. */
export function waitFormProblem(
  form: WaitForm,
  rules: { traits: KeyTraits; expiresAt: string | undefined; now: number },
): string | null {
  const wait = waitOf(form, rules.expiresAt);
  if (wait !== null) return waitProblem(wait, rules);
  return form.kind === 'silence' ? 'Type a whole number of days, from 1 to 90.' : 'Choose a day.';
}

/** A local day as a date input has it; empty for no moment. */
export function dayOf(at: number): string {
  if (Number.isNaN(at)) return '';
  const minutes = new Date(at).getTimezoneOffset();
  return toInstant(at - minutes * 60_000).slice(0, 10);
}
