import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MOST_CANDIDATES, MOST_TEXT } from '@core/domain/leak/candidate';
import { extract } from '@core/domain/leak/extract';

const KEY = 'k7Qd9-fLm2_Xw84ZtB';
const UUID = 'f3b1c2d4-0000-4000-8000-1234567890ab';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl-_9';
const HEX = 'a1b2c3d4'.repeat(8);
const BASE64 = 'obLD1KGyw9ShssPUobLD1KGyw9ShssPUobLD1KGyw9Q=';

const kindsOf = (text: string, value: string) =>
  extract(text)
    .candidates.filter((each) => each.value === value)
    .map(({ kind, name }) => ({ kind, ...(name !== undefined && { name }) }));

describe('what a text may hold', () => {
  it.each([
    ['a bare key', KEY, KEY, { kind: 'text' }],
    ['a bare key with marks in it', 'p@ss;w,rd"1(2)', 'p@ss;w,rd"1(2)', { kind: 'text' }],
    ['a header', `api-key: ${KEY}`, KEY, { kind: 'header', name: 'api-key' }],
    ['another header', `client-key:${KEY}`, KEY, { kind: 'header', name: 'client-key' }],
    ['an older header', `secret: ${KEY}`, KEY, { kind: 'header', name: 'secret' }],
    ['a header in capitals', `MC-API-KEY: ${KEY}`, KEY, { kind: 'header', name: 'MC-Api-Key' }],
    ['X-API-KEY', `x-api-key: ${KEY}\r\nAccept: */*`, KEY, { kind: 'header', name: 'X-API-KEY' }],
    ['a scheme', `Authorization: X-API-KEY ${KEY}`, KEY, { kind: 'header', name: 'Authorization' }],
    ['Bearer', `authorization: Bearer ${JWT}`, JWT, { kind: 'header', name: 'Authorization' }],
    [
      'curl -H',
      `curl -sS -H 'api-key: ${KEY}' https://a.example/rest`,
      KEY,
      { kind: 'header', name: 'api-key' },
    ],
    ['curl -b', `curl -b "mia_client_key=${KEY}; theme=dark" https://a`, KEY, cookie()],
    ['curl --cookie', `curl --cookie mia_client_key=${KEY} https://a`, KEY, cookie()],
    ['a cookie header', `Cookie: theme=dark; mia_client_key=${KEY}; a=b`, KEY, cookie()],
    ['JSON', JSON.stringify({ a: [{ secret: KEY }] }), KEY, { kind: 'json', name: 'secret' }],
    ['escaped JSON', '{"apiKey":"a\\u002fb 12"}', 'a/b 12', { kind: 'json', name: 'api-key' }],
    ['JSON in a log', `12:01 got {\\"secret\\":\\"${KEY}\\"} from`, KEY, { kind: 'json', name: 'secret' }],
    ['.env', `# prod\nexport QODLY_API_KEY='${KEY}'\nPORT=80`, KEY, { kind: 'variable', name: 'api-key' }],
    ['.env of no vendor', `SMTP_PASSWORD=${KEY}`, KEY, { kind: 'variable' }],
    [
      'an address',
      `GET https://a.example/x?size=1&api-key=${KEY}&b=2 200`,
      KEY,
      { kind: 'url', name: 'api-key' },
    ],
    [
      'an encoded address',
      'https://a.example/?secret=a%2Bb%2F12%3D',
      'a+b/12=',
      { kind: 'url', name: 'secret' },
    ],
    ['a JWT', `token ${JWT}.`.slice(0, -1), JWT, { kind: 'jwt' }],
    ['a UUID', `refused (${UUID})`, UUID, { kind: 'uuid' }],
    ['a hash in hex', `sha256:${HEX}`, HEX, { kind: 'hash-hex' }],
    ['a hash in base64', `hashed_token:"${BASE64}"`, BASE64, { kind: 'header' }],
    ['a bare hash in base64', `found ${BASE64} there`, BASE64, { kind: 'hash-base64' }],
    ['the beginning of a key', 'denied for k7Qd9-fL…', 'k7Qd9-fL', { kind: 'fragment' }],
    ['the end of a key', '****4ZtB', '4ZtB', { kind: 'fragment' }],
    [
      'an id in a path',
      'DELETE /environments/production/keys/key-81ab22 404',
      'key-81ab22',
      { kind: 'text' },
    ],
    ['a name', 'Nightly export of orders', 'Nightly export of orders', { kind: 'text' }],
  ] as const)('%s', (_case, text, value, view) => {
    expect(kindsOf(text, value)).toEqual([view]);
  });

  it('is named as vendors name it, never as somebody wrote it', () => {
    const names = extract(`${KEY}_secret_token: 12345678`).candidates.map(({ name }) => name);
    expect(names.filter((name) => name?.includes(KEY))).toEqual([]);
  });

  it('comes once, as the most telling it was', () => {
    expect(kindsOf(`${KEY} ${KEY} MY_TOKEN=${KEY} api-key: ${KEY}`, KEY)).toEqual([
      { kind: 'header', name: 'api-key' },
    ]);
  });

  it('keeps what is named before what is only a word', () => {
    const noise = Array.from({ length: 500 }, (_, at) => `word${at}xyz`).join(' ');
    const { candidates, truncated } = extract(`${noise} api-key: ${KEY} ${noise}`);
    expect(candidates[0]).toEqual({ kind: 'header', name: 'api-key', value: KEY });
    expect(candidates).toHaveLength(MOST_CANDIDATES);
    expect(truncated).toBe(true);
  });

  it('is not looked for beyond the bound', () => {
    expect(extract(`${'a '.repeat(MOST_TEXT / 2)}api-key: ${KEY}`)).toMatchObject({ truncated: true });
    expect(extract('')).toEqual({ candidates: [], truncated: false });
  });
});

function cookie() {
  return { kind: 'cookie', name: 'mia_client_key' } as const;
}

describe('any text', () => {
  const HOSTILE = [
    'a',
    '=',
    ':',
    'key=',
    'secret:',
    '"',
    "'",
    '\\',
    '{',
    '[',
    'eyJ.',
    '%',
    '%41',
    '…',
    '*',
    '-',
    ' ',
    'api-key: x',
    '{"a":',
    'A/+=',
    '*a',
    '=a ',
    'key=1 ',
  ];
  const limit = 200;

  /** The best of three, in milliseconds: on a busy machine one run says little. */
  function spent(text: string): number {
    const once = (): number => {
      const since = performance.now();
      extract(text);
      return performance.now() - since;
    };
    const first = once();
    return first < limit ? first : Math.min(once(), once());
  }

  it.each(HOSTILE)('of %j alone is read in no time', (piece) => {
    expect(spent(piece.repeat(Math.ceil(MOST_TEXT / piece.length)))).toBeLessThan(limit);
  });

  it('mixed of such pieces is read in no time', () => {
    const pieces = fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pieces, (mix) => {
        const text = mix.join('');
        const long = text.repeat(Math.ceil(MOST_TEXT / text.length));
        expect(spent(long)).toBeLessThan(limit);
        expect(extract(long).candidates.length).toBeLessThanOrEqual(MOST_CANDIDATES);
      }),
      { numRuns: 12 },
    );
  });

  it('never gives a candidate twice, or one that is not in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const values = extract(text).candidates.map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        if (!text.includes('%') && !text.includes('\\'))
          for (const value of values) expect(text).toContain(value);
      }),
    );
  });
});
