import type { ActivityAction, ActivityEntry, ActivityResult } from '@core/domain/activity';
import type { AppErrorCode } from '@core/domain/app-error';

const ACTIONS: Readonly<Record<ActivityAction, string>> = {
  issue: 'Create key',
  edit: 'Edit key',
  disable: 'Disable key',
  enable: 'Enable key',
  stop: 'Stop key',
  replace: 'Replace key',
  protect: 'Edit endpoint',
  deploy: 'Deploy',
  bulk: 'Run over many keys',
  show: 'Show key',
  copy: 'Copy key',
  download: 'Save key to a file',
  verify: 'Verify key',
  'search-leak': 'Search for a leaked key',
  'open-incident': 'Open incident',
  prove: 'Prove a key dead',
  'close-incident': 'Close incident',
  'add-console': 'Add console',
  'change-console': 'Change console',
  'remove-console': 'Remove console',
  'change-environment': 'Change environment',
  'change-settings': 'Change settings',
  lock: 'Lock',
  unlock: 'Unlock',
  export: 'Export',
  'log-broken': 'Lines of this log are gone',
  'log-gap': 'Not everything was written',
};

const RESULTS: Readonly<Record<ActivityResult, string>> = {
  done: 'Done',
  begun: 'Begun',
  confirmed: 'Confirmed',
  failed: 'Failed',
  unclear: 'Not confirmed yet',
  found: 'Found later',
  absent: 'Not found later',
  partial: 'Partly',
};

const REASONS: Readonly<Record<AppErrorCode, string>> = {
  unauthorized: 'the console refused the sign-in',
  forbidden: 'it is not allowed',
  'not-found': 'it is not there',
  conflict: 'somebody else changed it',
  'invalid-input': 'the console did not accept it',
  'rate-limited': 'too much was asked in a short time',
  offline: 'the console could not be reached',
  timeout: 'the console did not answer in time',
  tls: 'the certificate of the console is not trusted',
  redirected: 'the console answered with another address',
  'bad-answer': 'the answer made no sense',
  server: 'the console failed',
  'keychain-locked': 'the keychain is locked',
  'keychain-missing': 'there is no keychain',
  'keychain-unresponsive': 'the keychain did not answer',
  storage: 'the disk failed',
  locked: 'Keydesk was locked',
  cancelled: 'it never left',
  unexpected: 'something went wrong inside Keydesk',
};

/** How good an end is; decides its colour. */
export type Mood = 'good' | 'bad' | 'open';

const MOODS: Readonly<Record<ActivityResult, Mood>> = {
  done: 'good',
  begun: 'open',
  confirmed: 'good',
  failed: 'bad',
  unclear: 'open',
  found: 'good',
  absent: 'bad',
  partial: 'bad',
};

/** What was done: "Stop key". */
export const actionText = ({ action }: Pick<ActivityEntry, 'action'>): string => ACTIONS[action];

/** What came of it: "Confirmed". */
export const resultText = ({ result }: Pick<ActivityEntry, 'result'>): string => RESULTS[result];

/** How good that is. */
export const moodOf = ({ result }: Pick<ActivityEntry, 'result'>): Mood => MOODS[result];

/** Why it failed, in words; empty where nothing is known. */
export function reasonText({ why }: Pick<ActivityEntry, 'why'>): string {
  if (why === undefined) return '';
  return why in REASONS ? REASONS[why as AppErrorCode] : why;
}

/** Where it was done: "Orders – Production, Acme"; empty where it was in no console. */
export const placeText = ({
  consoleName,
  consoleId = '',
  environmentName,
  environmentId = '',
}: ActivityEntry): string =>
  [environmentName ?? environmentId, consoleName ?? consoleId].filter((part) => part !== '').join(', ');

/** What there is to say besides. */
export const detailText = (entry: ActivityEntry): string => {
  const reason = reasonText(entry);
  return [entry.detail, reason === '' ? undefined : `Because ${reason}.`].filter(Boolean).join(' ');
};
