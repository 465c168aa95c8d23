import type { Instant } from '@core/domain/instant';

const withSeconds = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What may be said once the console was read again: "Deleted. The console no longer lists it (read back 14:02:11)." */
export function readBackText(past: string, readBackAt: Instant): string {
  const done = past.charAt(0).toUpperCase() + past.slice(1);
  return `${done}. The console no longer lists it (read back ${withSeconds.format(Date.parse(readBackAt))}).`;
}
