import type { CandidateKind } from '@core/domain/leak/candidate';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HASH_HEX = /^[0-9a-f]{64}$/i;
/** 32 bytes in either alphabet of base64. */
const HASH_BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;
const JWT_PART = /^[A-Za-z0-9_-]+$/;
const CUTS = ['...', '…', '*'];

/** What a text looks like by itself; `text` when it looks like nothing in particular. */
export function shapeOf(value: string): CandidateKind {
  const { length } = value;
  if (length === 36 && UUID.test(value)) return 'uuid';
  if (length === 64 && HASH_HEX.test(value)) return 'hash-hex';
  if (value.startsWith('eyJ') && isJwt(value)) return 'jwt';
  const isHash = (length === 43 || length === 44) && HASH_BASE64.test(value) && isMixed(value);
  return isHash ? 'hash-base64' : 'text';
}

function isJwt(value: string): boolean {
  const parts = value.split('.');
  return parts.length === 3 && parts.every((part) => JWT_PART.test(part));
}

/** A piece of something longer: marked by dots or stars where the rest was. Null when it is not marked. */
export function pieceOf(value: string): string | null {
  if (!CUTS.some((mark) => value.startsWith(mark) || value.endsWith(mark))) return null;
  let from = 0;
  let to = value.length;
  while (from < to && isCut(value, from)) from += 1;
  while (to > from && isCut(value, to - 1)) to -= 1;
  return value.slice(from, to);
}

const isCut = (value: string, at: number): boolean => '.…*'.includes(value.charAt(at));

/** Whether a text is more likely a key than a word: letters and digits mixed, or longer than words are. */
export const isMixed = (value: string): boolean =>
  (/\d/.test(value) && /[a-z]/i.test(value)) || value.length >= LONGEST_WORD;

const LONGEST_WORD = 24;

/**
 * The SHA-256 that a text would be, as lower-case hex; null where it cannot be one.
 * A key of 64 hexadecimal or 43 base64 characters looks just the same, so it is looked for both ways.
 */
export function asSha256(value: string): string | null {
  if (HASH_HEX.test(value)) return value.toLowerCase();
  return HASH_BASE64.test(value) ? hexOfBase64(value) : null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function hexOfBase64(value: string): string | null {
  const digits = value.replaceAll('-', '+').replaceAll('_', '/').replace('=', '');
  const bits = Array.from(digits, (digit) => ALPHABET.indexOf(digit).toString(2).padStart(6, '0')).join('');
  // The last two of 258 bits are not part of the 32 bytes.
  if (!bits.endsWith('00')) return null;
  return Array.from({ length: 64 }, (_, at) => parseInt(bits.slice(at * 4, at * 4 + 4), 2).toString(16)).join(
    '',
  );
}
