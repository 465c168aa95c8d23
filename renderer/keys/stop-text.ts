import type { Instant } from '@core/domain/instant';

const withSeconds = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const readBack = (at: Instant): string => `read back ${withSeconds.format(Date.parse(at))}`;

/** How that is known. */
export const removedNote = (readBackAt: Instant): string =>
  `The configuration no longer has it (${readBack(readBackAt)}).`;

/** What may be said once the console was read again: "Deleted. The console no longer lists it (read back 14:02:11)." */
export const readBackText = (past: string, readBackAt: Instant): string =>
  `${capital(past)}. The console no longer lists it (${readBack(readBackAt)}).`;

/** What may be said of a key of which only Keydesk's own record is gone. */
export const forgottenText = (past: string): string => `${capital(past)}. Keydesk no longer lists it.`;
