import { AppError, type AppErrorCode } from '@core/domain/app-error';
import type { KeychainState } from '@main/ports';

/** Why the keychain did not do what was asked. */
export type KeychainTrouble = 'locked' | 'unavailable' | 'denied' | 'unresponsive';

const LOCKED = [
  /locked collection|is locked|\bIsLocked\b/i,
  // A keyring that was never made, or whose making was cancelled: the system asks for it again.
  /object does not exist at path/i,
  /dismissed|cancell?ed/i,
  /user interaction is not allowed|user name or passphrase/i,
];
const DENIED = /AccessDenied|apparmor|not allowed to (?:own|send)/i;

const SENTENCES: Record<KeychainTrouble, string> = {
  locked:
    'The keychain is locked, or no longer holds what Keydesk stored. Unlock it and try again; if it is open, enter the credentials again.',
  unavailable:
    'No keychain can be reached on this computer. Start one, for example GNOME Keyring, or keep the credentials for this session only.',
  denied:
    'The system does not let Keydesk use the keychain. In a snap, run "sudo snap connect keydesk:password-manager-service"; otherwise keep the credentials for this session only.',
  unresponsive:
    'The keychain did not answer in time. Unlock it and try again; if it stays silent, restart it.',
};

const CODES: Record<KeychainTrouble, AppErrorCode> = {
  locked: 'keychain-locked',
  unavailable: 'keychain-missing',
  denied: 'keychain-missing',
  unresponsive: 'keychain-unresponsive',
};

const STATES: Partial<Record<AppErrorCode, Exclude<KeychainState, 'ok'>>> = {
  'keychain-locked': 'locked',
  'keychain-missing': 'unavailable',
  'keychain-unresponsive': 'unresponsive',
};

/** Reads the keychain's own words; what is not known means that it cannot be used. */
export function troubleOf(message: string): Exclude<KeychainTrouble, 'unresponsive'> {
  if (DENIED.test(message)) return 'denied';
  return LOCKED.some((pattern) => pattern.test(message)) ? 'locked' : 'unavailable';
}

/** The failure that a trouble means. */
export const troubleError = (trouble: KeychainTrouble): AppError =>
  new AppError(CODES[trouble], SENTENCES[trouble]);

/** The state that such a failure means; anything else is thrown again. */
export function stateOf(error: unknown): Exclude<KeychainState, 'ok'> {
  const state = error instanceof AppError ? STATES[error.code] : undefined;
  if (!state) throw error;
  return state;
}
