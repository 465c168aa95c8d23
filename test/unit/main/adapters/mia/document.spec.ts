import { describe, expect, it } from 'vitest';
import { keysOf, saveBody, withChanges, withKey, withoutKey } from '@main/adapters/mia/document';

const item = (clientType: string, more: object = {}) => ({
  clientType,
  secret: `value-of-${clientType}`,
  active: true,
  ...more,
});
const document = (secrets: readonly unknown[], more = '"x": 1.50'): string =>
  `{ "secrets": ${JSON.stringify(secrets)}, ${more}, "commitId": "c1" }`;
const first = (text: string) => {
  const [key] = keysOf(text);
  if (key === undefined) throw new Error('There is no key.');
  return key;
};

describe('the keys of a configuration', () => {
  it('are numbered where a ClientType is repeated', () => {
    const text = document(
      ['a', 'b', 'a', 'constructor', 'a', 'constructor'].map((name, at) => item(name, { secret: `v${at}` })),
    );
    expect(keysOf(text).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'a#2',
      'constructor',
      'a#3',
      'constructor#2',
    ]);
  });

  it('have an id each, whatever they are called', () => {
    const long = 'x'.repeat(300);
    const names = ['a', 'a#2', 'a', 'a', long, `${long}y`];
    const text = document(names.map((name, at) => item(name, { secret: `v${at}` })));
    const stem = 'x'.repeat(190);
    expect(keysOf(text).map(({ id }) => id)).toEqual(['a', 'a#2', 'a#3', 'a#4', stem, `${stem}#2`]);
  });

  it('change their revision with anything in them, and not with how they are written', () => {
    const of = (raw: string): string => first(`{"secrets":[${raw}]}`).revision;
    const plain = of('{"clientType":"a","secret":"s","active":true,"more":{"n":1}}');
    expect(of('{ "active":true, "secret":"s", "more":{"n":1}, "clientType":"\\u0061" }')).toBe(plain);
    for (const other of [
      '{"clientType":"b","secret":"s","active":true,"more":{"n":1}}',
      '{"clientType":"a","secret":"t","active":true,"more":{"n":1}}',
      '{"clientType":"a","secret":"s","active":false,"more":{"n":1}}',
      '{"clientType":"a","secret":"s","active":true,"more":{"n":2}}',
      '{"clientType":"a","secret":"s","active":true,"more":{"n":1},"description":""}',
    ])
      expect(of(other)).not.toBe(plain);
    expect(plain).not.toContain('s3cret');
  });

  it.each([
    ['no list', '{"commitId":"c"}'],
    ['null for a list', '{"secrets":null}'],
    ['a record for a list', '{"secrets":{}}'],
    ['a key that is no record', '{"secrets":["x"]}'],
    ['a key without a value', '{"secrets":[{"clientType":"a","active":true}]}'],
    ['a key that is neither on nor off', '{"secrets":[{"clientType":"a","secret":"s"}]}'],
  ])('are refused as a whole where there is %s', (_case, text) => {
    expect(() => keysOf(text)).toThrow(expect.objectContaining({ code: 'bad-answer' }) as Error);
  });

  it('come, change and go without a touch on anything else', () => {
    const text =
      '{"1":1.50, "secrets" : [ {"secret":"s1","clientType":"a","active":true,"odd":1e3} ,\n{"secret":"{{B}}","clientType":"b","active":false} ],"constructor":{"prototype":9007199254740993}}';
    expect(withChanges(text, first(text), { name: 'c', active: false, description: 'd' })).toBe(
      text.replace(
        '"clientType":"a","active":true,"odd":1e3',
        '"clientType":"c","active":false,"odd":1e3,"description":"d"',
      ),
    );
    expect(withoutKey(text, first(text))).toBe(text.replace(/\{"secret":"s1".*?\} ,\n/s, ''));
    const added = withKey(text, { secret: 's"3', clientType: 'c', active: true });
    expect(added).toBe(
      text.replace('"active":false}', '"active":false},{"clientType":"c","secret":"s\\"3","active":true}'),
    );
    expect(keysOf(added).at(-1)?.fields.secret).toBe('s"3');
  });

  it('lose a description that is emptied', () => {
    const text = document([item('a', { description: 'old' })]);
    expect(first(withChanges(text, first(text), { description: '' })).fields).toEqual(item('a'));
    expect(first(withChanges(text, first(text), {})).fields.description).toBe('old');
  });
});

describe('the body of a save', () => {
  it('has the parts beside the configuration, as they were written', () => {
    const parts =
      '"fastDataConfig": {"version": 1.50}, "y":[ ], "extensionsConfig":{"files":{"/a":1e3}},"charts": []';
    expect(saveBody(document([], parts), 'c1', 'A "title"')).toBe(
      '{"title":"A \\"title\\"","previousSave":"c1",' +
        '"config":{ "secrets": [],"y":[ ],"commitId": "c1" },' +
        '"fastDataConfig":{"version": 1.50},"microfrontendPluginsConfig":{},"extensionsConfig":{"files":{"/a":1e3}},' +
        '"charts":[],"deletedElements":{}}',
    );
  });

  it('has something in the place of parts that are missing', () => {
    const body = JSON.parse(saveBody(document([]), 'c1', 't')) as Record<string, unknown>;
    expect(body).toMatchObject({
      fastDataConfig: null,
      microfrontendPluginsConfig: {},
      extensionsConfig: { files: {} },
      deletedElements: {},
    });
    expect(body).not.toHaveProperty('charts');
  });
});
