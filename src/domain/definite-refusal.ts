import type { AppError, AppErrorCode } from '@core/domain/app-error';
import type { OperationKind } from '@core/domain/operation';

const REFUSED: readonly AppErrorCode[] = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid-input',
  'rate-limited',
  'tls',
  // Of keys that are only recorded here: our own disk or the keychain took nothing.
  'storage',
  'keychain-locked',
  'keychain-missing',
  'keychain-unresponsive',
];

/** System codes of a connection that never came about, so that nothing was sent. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
];

/**
 * Whether a failed mutating call surely had no effect. Everything else is ambiguous, never failed:
 * a reset, a timeout, a redirect, a 5xx or an unreadable answer may come after the console did its work.
 */
export function isDefiniteRefusal(error: AppError, kind: OperationKind): boolean {
  // A 409 on an issue means that an earlier request with the same idempotency key is still running.
  if (kind === 'issue' && error.code === 'conflict') return false;
  if (error.code === 'offline') return NEVER_CONNECTED.includes(error.facts.system ?? '');
  return REFUSED.includes(error.code);
}
