import { AppError } from '@core/domain/app-error';

/** The longest secret in bytes of UTF-8: Windows takes 2,560 for the whole item. */
export const MAX_SECRET_BYTES = 2000;

const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9/:._-]{0,127}$/;

/** Accepts the name of an item. SECURITY: it is readable without unlocking anything, so it is an id and no label. */
export function checkAccount(account: string): void {
  if (!ACCOUNT.test(account))
    throw invalid('The name of a keychain item may hold letters, digits and / : . _ - only.');
}

/** Accepts a value that every keychain gives back unchanged. Fails with `invalid-input`. */
export function checkSecret(value: string): void {
  if (value === '') throw invalid('An empty secret cannot be stored.');
  const bytes = Buffer.from(value, 'utf8');
  if (value.includes('\0') || bytes.toString('utf8') !== value) {
    throw invalid('The secret holds characters that cannot be stored.');
  }
  if (bytes.byteLength > MAX_SECRET_BYTES) {
    throw invalid(`The secret is longer than the ${MAX_SECRET_BYTES} bytes that every keychain can hold.`);
  }
}

const invalid = (message: string): AppError => new AppError('invalid-input', message, { field: 'secret' });
