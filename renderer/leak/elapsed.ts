const TENTH_MS = 100;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** A measured time, in milliseconds and rounded down, as a record gives it: "3.2 s", "2 min 13 s", "1 h 02 min", "3 days 4 h". */
export function elapsedText(ms: number): string {
  if (ms < TENTH_MS) return 'under 0.1 s';
  if (ms < 10 * SECOND_MS) return `${(Math.floor(ms / TENTH_MS) / 10).toFixed(1)} s`;
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  const seconds = Math.floor(ms / SECOND_MS);
  if (ms < HOUR_MS) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  const minutes = Math.floor(seconds / 60);
  if (ms < DAY_MS) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
  const days = Math.floor(ms / DAY_MS);
  return `${days} ${days === 1 ? 'day' : 'days'} ${Math.floor((ms % DAY_MS) / HOUR_MS)} h`;
}

/** A running time in milliseconds, of which every second is seen: "02:13", "1:02:13"; after a day in words. */
export function stopwatchText(ms: number): string {
  if (ms >= DAY_MS) return elapsedText(ms);
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
