import { isAxiosError } from 'axios';
import { AppError } from '@core/domain/app-error';
import { tlsSentence } from '@main/http/tls-error';

const OFFLINE: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Nothing answers at this address: the connection was refused. Check the URL and that the console runs.',
  ENOTFOUND: 'There is no host of this name. Check the console URL and your network.',
  EAI_AGAIN: 'The name of the console could not be looked up. Check your network.',
  EHOSTUNREACH: 'The console cannot be reached from this network. Check your network or VPN.',
  ENETUNREACH: 'The console cannot be reached from this network. Check your network or VPN.',
};

const UNPACKING = /^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/;

/**
 * Turns whatever went wrong on the way into an `AppError` that says what to do.
 * SECURITY: replaced, never wrapped: the original carries the request with its credentials in several places.
 * @param connected whether a connection existed: then something may have arrived, and no code says otherwise
 */
export function toAppError(error: unknown, connected: boolean): AppError {
  const own = ownError(error);
  if (own !== null) return own;
  const code = systemCode(error);
  if (code.startsWith('HPE_')) return new AppError('bad-answer', headerSentence(code), { system: code });
  if (UNPACKING.test(code)) return new AppError('bad-answer', unpackSentence(code), { system: code });
  if (connected) return broken(code);
  const tls = tlsSentence(code);
  if (tls !== null) return new AppError('tls', tls, { system: code });
  return new AppError('offline', OFFLINE[code] ?? 'The console cannot be reached.', { system: code });
}

/** Our own error, thrown deep inside a socket and carried out as a cause. */
function ownError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return isAxiosError(error) && error.cause instanceof AppError ? error.cause : null;
}

function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'UNKNOWN';
}

/** SECURITY: after a connection a code like EHOSTUNREACH no longer proves that nothing was sent. */
function broken(code: string): AppError {
  const system = code in OFFLINE || code === 'ETIMEDOUT' ? 'ECONNRESET' : code;
  return new AppError('offline', 'The connection broke off before the console had answered in full.', {
    system,
  });
}

const headerSentence = (code: string): string =>
  code === 'HPE_HEADER_OVERFLOW'
    ? 'The console answered with more headers than Keydesk takes in.'
    : 'Something answered that does not speak HTTP. Check the console URL.';

const unpackSentence = (code: string): string =>
  code === 'Z_BUF_ERROR'
    ? 'The answer of the console broke off in the middle.'
    : 'The answer of the console was damaged on the way.';
