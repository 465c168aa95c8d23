import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downloadText, type DownloadFacts } from '@core/text/download';
import { hostile } from './hostile-text';

const facts: DownloadFacts = {
  secret: 'f3b1c2d4-0000-4000-8000-1234567890ab',
  label: 'Accounting',
  environment: 'staging',
  endpoint: 'https://staging.acme.example',
  use: {
    header: 'api-key',
    ways: [{ kind: 'header', label: 'HTTP header', name: 'api-key' }],
    probePath: '/rest/$catalog',
  },
};

describe('a saved secret', () => {
  it('as text says what it is and how it is sent', () => {
    expect(downloadText('text', facts)).toBe(
      [
        'Accounting',
        'Environment: staging',
        'Endpoint: https://staging.acme.example',
        'Header: api-key',
        `Key: ${facts.secret}`,
        '',
      ].join('\n'),
    );
  });

  it('as .env is read by a shell', () => {
    expect(downloadText('env', facts)).toBe(
      `# Accounting\nAPI_ENDPOINT='https://staging.acme.example'\nAPI_KEY='${facts.secret}'\n`,
    );
  });

  it('as JSON has one member per fact', () => {
    expect(JSON.parse(downloadText('json', facts))).toEqual({
      name: 'Accounting',
      environment: 'staging',
      endpoint: 'https://staging.acme.example',
      header: 'api-key',
      key: facts.secret,
    });
  });

  it('as a Postman environment marks the key as secret', () => {
    const made = JSON.parse(downloadText('postman', facts)) as { name: string; values: object[] };
    expect(made.name).toBe('staging: Accounting');
    expect(made.values).toContainEqual({ key: 'apiKey', value: facts.secret, type: 'secret', enabled: true });
    expect(made).toHaveProperty('_postman_variable_scope', 'environment');
  });

  it('as a curl call is one that works', () => {
    expect(downloadText('curl', facts)).toBe(
      `# Accounting\ncurl --header 'api-key: ${facts.secret}' --url 'https://staging.acme.example/rest/$catalog'\n`,
    );
  });
});

const hostileFacts = fc.record({
  secret: hostile,
  label: hostile,
  environment: hostile,
  endpoint: hostile,
  use: fc.constant(facts.use),
});
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
const placed = (endpoint: string): string => shown(endpoint).replace(/\/+$/, '') || 'https://YOUR_ENDPOINT';
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;

describe('texts that somebody else chose', () => {
  it('stay in their line', () => {
    fc.assert(
      fc.property(hostileFacts, (given) => {
        const lines = (format: 'text' | 'env' | 'curl'): string[] =>
          downloadText(format, given).split(LINE_BREAK);
        expect(lines('text')).toHaveLength(6);
        expect(lines('env')).toHaveLength(4);
        expect(lines('curl')).toHaveLength(3);
        expect(lines('env')[0]).toMatch(/^# /);
        expect(lines('curl')[0]).toMatch(/^# /);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stay values in JSON', () => {
    fc.assert(
      fc.property(hostileFacts, (given) => {
        expect(JSON.parse(downloadText('json', given))).toMatchObject({
          name: given.label,
          key: given.secret,
        });
        const { values } = JSON.parse(downloadText('postman', given)) as { values: { value: string }[] };
        expect(values.map(({ value }) => value)).toEqual([
          placed(given.endpoint),
          given.use.header,
          shown(given.secret),
        ]);
      }),
    );
  });

  it('stay values in a shell, which runs nothing of them', () => {
    // Many drafts in one script: what a shell makes of them, separated by nulls, has to be what went in.
    const samples = fc.sample(hostileFacts, 200);
    const say = 'curl() { printf \'%s\\0\' "$@"; }\n';
    const scripts = samples.map(
      (given) =>
        `${downloadText('env', given)}printf '%s\\0' "$API_ENDPOINT" "$API_KEY"\n${downloadText('curl', given)}`,
    );
    const output = execFileSync('/bin/sh', { input: say + scripts.join(''), env: { PATH: '/nonexistent' } });
    const expected = samples.flatMap(({ secret, endpoint, use }) => [
      placed(endpoint),
      shown(secret),
      '--header',
      shown(`${use.header}: ${shown(secret)}`),
      '--url',
      `${placed(endpoint)}${use.probePath}`,
    ]);
    expect(output.toString('utf8').split('\0').slice(0, -1)).toEqual(expected.map(wellFormed));
  });
});

/** As a pipe carries it: half a surrogate pair becomes a replacement character. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
