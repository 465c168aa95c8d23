import type { DownloadFormat } from '@core/domain/download';
import type { SnippetId } from '@core/domain/usage';
import type { KeyUse } from '@core/domain/vendor';
import { oneLine } from '@core/text/quoted';
import { usageSnippet } from '@core/text/usage';

/** What a saved secret is written with. */
export interface DownloadFacts {
  readonly secret: string;
  readonly label: string;
  readonly environment: string;
  readonly endpoint: string;
  readonly use: KeyUse;
}

const EXTENSIONS: Readonly<Record<DownloadFormat, string>> = {
  text: 'txt',
  env: 'env',
  json: 'json',
  postman: 'postman_environment.json',
  curl: 'sh',
};

const WRITERS: Readonly<Record<DownloadFormat, (facts: DownloadFacts) => string>> = {
  text: ({ secret, label, environment, endpoint, use }) =>
    `${oneLine(label)}\nEnvironment: ${oneLine(environment)}\nEndpoint: ${oneLine(endpoint)}\nHeader: ${use.header}\nKey: ${oneLine(secret)}\n`,
  env: (facts) => `# ${oneLine(facts.label)}\n${snippet('env', facts)}`,
  json: ({ secret, label, environment, endpoint, use }) =>
    `${JSON.stringify({ name: label, environment, endpoint, header: use.header, key: secret }, null, 2)}\n`,
  postman: (facts) => snippet('postman', facts),
  curl: (facts) => `# ${oneLine(facts.label)}\n${snippet('curl', facts)}`,
};

/** The content of a saved secret in the chosen form; texts from the console cannot break out of their line. */
export const downloadText = (format: DownloadFormat, facts: DownloadFacts): string => WRITERS[format](facts);

/** In the usual way of sending a key. */
const snippet = (id: SnippetId, { label, environment, ...facts }: DownloadFacts): string =>
  usageSnippet(id, 0, { ...facts, name: `${environment}: ${label}` });

const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i;
const MOST_BYTES = 100;

/**
 * A file name that is valid and harmless on every system, from a name somebody else may have chosen; another one for
 * every key, even where large letters count as small ones.
 */
export function downloadName(label: string, keyId: string, format: DownloadFormat): string {
  const ending = `-${idMark(keyId)}.${EXTENSIONS[format]}`;
  const stem = clean(label) || 'api-key';
  return `${cutToBytes(RESERVED.test(stem) ? `key-${stem}` : stem, MOST_BYTES - ending.length)}${ending}`;
}

/** Letters, digits, blanks and dashes only: no path, no hidden file, no invisible or turning mark. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} _-]+|\p{Default_Ignorable_Code_Point}+/gu, '-')
    .replace(/[\s-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');

/** At most 17 ASCII characters that tell a key from every other. */
function idMark(keyId: string): string {
  if (/^[a-z0-9]{1,12}$/.test(keyId)) return keyId;
  const start = keyId.replace(/[^a-z0-9]/gi, '').slice(0, 8);
  return start === '' ? checksum(keyId) : `${start}-${checksum(keyId)}`;
}

/** The upper 40 bits of FNV-1a. */
function checksum(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return (hash >> 24n).toString(36);
}

function cutToBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let cut = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most) break;
    cut += character;
  }
  return cut;
}
