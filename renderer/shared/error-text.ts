import type { AppErrorCode, AppErrorShape } from '@core/domain/app-error';

/** What an operator can do about an error, by code. Every code has its sentence; null where ours already says it. */
const ADVICE: Record<AppErrorCode, string | null> = {
  unauthorized: 'Check the user name, password or token of this console; it may have expired.',
  forbidden: 'Ask the administrator of the console for the right, or sign in as somebody who has it.',
  'not-found': 'It may have been removed elsewhere. Refresh to see what is there now.',
  conflict: 'Somebody else changed it meanwhile. Refresh and look before you try again.',
  'invalid-input': null,
  'rate-limited': 'The console asked for a pause. Wait a moment, then try again.',
  offline: 'Check the address, the network and the VPN. Nothing was lost.',
  timeout: 'The console is slow or the network drops packets. Nothing was lost.',
  tls: 'Do not go on if you did not expect this. If the console has its own authority, add its certificate.',
  redirected: 'Use the final address of the console. Keydesk never sends credentials after a redirect.',
  'bad-answer':
    'This may not be a console, or something answers in its place, such as a sign-in page of the network.',
  server: 'The fault is on the console. Try again in a minute.',
  'keychain-locked': 'Unlock the keychain of this computer, then try again.',
  'keychain-missing': 'Start a keychain service. Until then credentials last for this session only.',
  'keychain-unresponsive': 'A dialog of the keychain may be waiting behind another window.',
  storage: 'Check that the disk has room and may be written to. What you typed is still here.',
  locked: 'Unlock Keydesk to go on.',
  cancelled: null,
  unexpected: 'If it happens again, report it with the number.',
};

/** Codes after which the very same attempt cannot succeed. */
const FINAL: readonly AppErrorCode[] = ['invalid-input', 'redirected'];

/** What to do about an error; null where its own sentence says all there is. */
export function adviceFor(error: Pick<AppErrorShape, 'code'>): string | null {
  return ADVICE[error.code];
}

/** Whether trying the same once more makes sense. */
export const isWorthRepeating = ({ code }: Pick<AppErrorShape, 'code'>): boolean => !FINAL.includes(code);

/** Small facts for whoever looks into it: "HTTP 503 · ECONNREFUSED · request 7f3a · incident 7F3A"; empty when none. */
export function errorFacts({ facts }: Pick<AppErrorShape, 'facts'>): string {
  const parts = [
    facts.status === undefined ? null : `HTTP ${facts.status}`,
    facts.system,
    facts.place,
    facts.requestId === undefined ? null : `request ${facts.requestId}`,
    facts.incident === undefined ? null : `incident ${facts.incident}`,
  ];
  return parts.filter((part) => part !== null && part !== undefined).join(' · ');
}
