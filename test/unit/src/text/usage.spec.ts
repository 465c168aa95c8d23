import { describe, expect, it } from 'vitest';
import { VENDOR_LIST } from '@core/domain/vendor';
import { snippetsFor, usageSnippet } from '@core/text/usage';
import { ALL_WAYS, ENDPOINT, facts, SECRET } from './usage-facts';

describe('a snippet', () => {
  it('for curl is a call that works', () => {
    expect(usageSnippet('curl', 0, facts())).toBe(
      `curl --header 'api-key: ${SECRET}' --url '${ENDPOINT}/rest/$catalog'\n`,
    );
  });

  it('for Node.js uses what is built in', () => {
    expect(usageSnippet('node', 0, facts())).toBe(
      [
        `const response = await fetch("${ENDPOINT}/rest/$catalog", {`,
        `  headers: { "api-key": "${SECRET}" },`,
        '});',
        'console.log(response.status, await response.text());',
        '',
      ].join('\n'),
    );
  });

  it('for Python uses what people use', () => {
    expect(usageSnippet('python', 0, facts())).toBe(
      [
        'import requests',
        '',
        'response = requests.get(',
        `    "${ENDPOINT}/rest/$catalog",`,
        `    headers={"api-key": "${SECRET}"},`,
        '    timeout=30,',
        ')',
        'print(response.status_code, response.text)',
        '',
      ].join('\n'),
    );
  });

  it('as .env and as a Postman environment holds endpoint and key', () => {
    expect(usageSnippet('env', 0, facts())).toBe(`API_ENDPOINT='${ENDPOINT}'\nAPI_KEY='${SECRET}'\n`);
    expect(JSON.parse(usageSnippet('postman', 1, facts({ use: ALL_WAYS, name: 'staging' })))).toEqual({
      name: 'staging',
      values: [
        { key: 'endpoint', value: ENDPOINT, type: 'default', enabled: true },
        { key: 'header', value: 'Authorization', type: 'default', enabled: true },
        { key: 'apiKey', value: `X-API-KEY ${SECRET}`, type: 'secret', enabled: true },
      ],
      _postman_variable_scope: 'environment',
    });
  });

  it('in the words of the vendor fills the template, and nothing in what it fills in', () => {
    expect(usageSnippet('code', 1, facts())).toBe(
      `var remote = openDatastore({ "hostname": "${ENDPOINT}", "api-key": "${SECRET}", "tls": true }, "remote")\n`,
    );
    const tricky = facts({ use: ALL_WAYS, secret: '{endpoint}$&"\\' });
    expect(usageSnippet('code', 3, tricky)).toBe(
      'open({ "at": "https://staging.acme.example", "on": "staging.acme.example", "k": "{endpoint}$&\\"\\\\" })\n',
    );
  });

  it('has placeholders until it is given a secret and an endpoint', () => {
    for (const { id, ways } of snippetsFor(ALL_WAYS)) {
      for (const way of ways) {
        const text = usageSnippet(id, way, { use: ALL_WAYS, endpoint: '', secret: null });
        expect(text, `${id} ${way}`).toContain('YOUR_API_KEY');
        expect(text, `${id} ${way}`).toContain('YOUR_ENDPOINT');
        expect(usageSnippet(id, way, facts({ use: ALL_WAYS })), `${id} ${way}`).not.toContain('YOUR_');
      }
    }
  });

  it('joins endpoint and path with one slash', () => {
    expect(usageSnippet('curl', 0, facts({ endpoint: `${ENDPOINT}//` }))).toContain(
      `'${ENDPOINT}/rest/$catalog'`,
    );
  });

  it.each([
    ['curl', 3],
    ['code', 0],
    ['node', 4],
  ] as const)('is refused where kind and way do not go together: %s, %i', (id, way) => {
    const refused = expect.objectContaining({ code: 'invalid-input' }) as Error;
    expect(() => usageSnippet(id, way, facts({ use: ALL_WAYS }))).toThrowError(refused);
  });
});

describe('the kinds of snippets', () => {
  it('are those that can show a way, and code where the vendor has some', () => {
    expect(snippetsFor(ALL_WAYS)).toEqual([
      { id: 'curl', label: 'curl', ways: [0, 1, 2] },
      { id: 'node', label: 'Node.js', ways: [0, 1, 2] },
      { id: 'python', label: 'Python', ways: [0, 1, 2] },
      { id: 'postman', label: 'Postman environment', ways: [0, 1, 2] },
      { id: 'env', label: '.env file', ways: [0, 1, 2] },
      { id: 'code', label: 'openDatastore', ways: [3] },
    ]);
  });

  it.each(VENDOR_LIST.map(({ id, use }) => [id, use] as const))('of %s are all written', (_id, use) => {
    for (const { id, ways } of snippetsFor(use))
      for (const way of ways) expect(usageSnippet(id, way, facts({ use }))).toContain(SECRET);
  });
});
