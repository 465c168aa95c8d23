import type { AppStatus, KeychainState } from '@renderer/api/types';

const SENTENCES: Record<KeychainState, string | null> = {
  ok: null,
  locked: 'The keychain of this computer is locked, so saved credentials cannot be read. Nothing is lost.',
  unavailable:
    'This computer has no keychain service that Keydesk can use. Credentials stay in memory and are gone when Keydesk closes.',
  unresponsive:
    'The keychain does not answer, so saved credentials cannot be read. A question of it may wait behind another window.',
};

const SESSION_ONLY: Record<KeychainState, string> = {
  ok: 'Some credentials are in memory only and gone when Keydesk closes. The keychain answers again: try again to keep them.',
  locked: ' What you enter meanwhile stays in memory and is gone when Keydesk closes.',
  unavailable: '',
  unresponsive: ' What you enter meanwhile stays in memory and is gone when Keydesk closes.',
};

/** What to say of the keychain; null when all is as it should be, or nobody has asked yet. */
export function keychainSentence({
  keychain,
  sessionOnly,
}: Pick<AppStatus, 'keychain' | 'sessionOnly'>): string | null {
  if (keychain === null) return null;
  const sentence = `${SENTENCES[keychain] ?? ''}${sessionOnly ? SESSION_ONLY[keychain] : ''}`;
  return sentence === '' ? null : sentence;
}
