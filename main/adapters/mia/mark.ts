import { createHmac, randomBytes } from 'node:crypto';

const KEY = randomBytes(32);

/**
 * Tells whether two texts are the same, within this run of Keydesk only.
 * SECURITY: a plain hash of an item would let a weak secret in it be guessed, and revisions go to the window.
 */
export const markOf = (text: string): string =>
  createHmac('sha256', KEY).update(text).digest('base64url').slice(0, 22);

/** One text for a JSON value however it is written: other blanks and another order of members are no change. */
export function canonical(raw: string): string {
  return written(JSON.parse(raw));
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${written(each)}`).join(',')}}`;
}
