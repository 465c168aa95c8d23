import type { DownloadFormat } from '@core/domain/download';
import type { KeyUse } from '@core/domain/vendor';

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
  env: ({ secret, label, endpoint }) =>
    `# ${oneLine(label)}\nAPI_ENDPOINT=${quoted(endpoint)}\nAPI_KEY=${quoted(secret)}\n`,
  json: ({ secret, label, environment, endpoint, use }) =>
    `${JSON.stringify({ name: label, environment, endpoint, header: use.header, key: secret }, null, 2)}\n`,
  postman: (facts) => `${JSON.stringify(postmanEnvironment(facts), null, 2)}\n`,
  curl: ({ secret, label, endpoint, use }) =>
    // The address has a name of its own: one that starts with a dash would be taken for an option.
    `# ${oneLine(label)}\ncurl --header ${quoted(`${use.header}: ${secret}`)} --url ${quoted(`${endpoint}${use.probePath}`)}\n`,
};

/** The content of a saved secret in the chosen form; texts from the console cannot break out of their line. */
export const downloadText = (format: DownloadFormat, facts: DownloadFacts): string => WRITERS[format](facts);

/** A Postman environment: https://learning.postman.com/docs/sending-requests/variables/managing-environments/ */
function postmanEnvironment({ secret, label, environment, endpoint, use }: DownloadFacts): object {
  return {
    name: `${environment}: ${label}`,
    values: [
      { key: 'endpoint', value: endpoint, type: 'default', enabled: true },
      { key: 'header', value: use.header, type: 'default', enabled: true },
      { key: 'apiKey', value: secret, type: 'secret', enabled: true },
    ],
    _postman_variable_scope: 'environment',
  };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** In single quotes for a POSIX shell and for .env readers. */
const quoted = (text: string): string => `'${oneLine(text).replaceAll("'", `'\\''`)}'`;

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
