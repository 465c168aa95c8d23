import { toInstant, type Instant } from '@core/domain/instant';
import type { Find } from './chosen-keys';

/** What is asked before a record begins, as it stands in the fields. */
export interface BeginForm {
  readonly title: string;
  /** A local date and time. */
  readonly reported: string;
  readonly foundAt: string;
  /** Null until it was typed. */
  readonly by: string | null;
}

const MINUTE_MS = 60_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** A title to begin with: "Leaked key: Accounting (Orders – Production)". */
export function titleFor(keys: readonly Find[]): string {
  const [first, ...others] = keys;
  if (first === undefined) return 'A key was reported as leaked';
  const { found, row } = first;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `Leaked key: ${found.key.name} (${row.environmentName})${more}`.slice(0, 200);
}

/** A moment as a field for local date and time takes it, to the second. */
export function localText(epochMs: number): string {
  const at = new Date(epochMs);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** The moment a field holds, in epoch milliseconds; null when it holds none, or one in the future. */
export function readLocal(text: string, now: number): number | null {
  const at = new Date(text).getTime();
  return Number.isNaN(at) || at > now + MINUTE_MS ? null : at;
}

/** What a record begins with; null while something is missing. */
export function readForm(
  { title, reported, foundAt, by }: BeginForm,
  now: number,
): { title: string; by: string; reportedAt: Instant; foundAt: string } | null {
  const at = readLocal(reported, now);
  const name = by?.trim() ?? '';
  if (title.trim() === '' || name === '' || at === null) return null;
  return { title: title.trim(), by: name, reportedAt: toInstant(at), foundAt: foundAt.trim() };
}
