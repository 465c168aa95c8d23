/** Longest wait a console can ask for that is believed, in milliseconds: a year. */
const MOST_WAIT_MS = 31_536_000_000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds; undefined when it says nothing usable.
 * @param now the console's own time in epoch milliseconds, to which a date refers
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  const text = value?.trim().slice(0, 64) ?? '';
  if (text === '') return undefined;
  const wait = /^-?\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, Math.round(wait)), MOST_WAIT_MS);
}

/** A wait in words. */
export function waitText(ms: number): string {
  const [size, unit] =
    ms < 120_000 ? [1_000, 's'] : ms < 7_200_000 ? [60_000, 'minutes'] : [3_600_000, 'hours'];
  return `${Math.max(1, Math.ceil(ms / size))} ${unit}`;
}
