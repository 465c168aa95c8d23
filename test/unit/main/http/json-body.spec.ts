import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { parseJsonBody } from '@main/http/json-body';
import { DOCUMENT } from '@main/http/json-scan';

const JSON_TYPE = 'application/json; charset=utf-8';

function refusal(type: string | undefined, text: string): string {
  try {
    parseJsonBody(type, text);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'bad-answer' });
    return (error as AppError).message;
  }
  return 'accepted';
}

describe('parseJsonBody', () => {
  it.each([
    ['{"a":[1,2,{"b":null}],"c":"}]\\"{"}', { a: [1, 2, { b: null }], c: '}]"{' }],
    ['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['{"a":{"a":{"a":1}}}', { a: { a: { a: 1 } } }],
    ['{"a":"constructor","b":["__proto__"]}', { a: 'constructor', b: ['__proto__'] }],
    ['"\\\\"', '\\'],
    [' 5 ', 5],
  ])('reads %s', (text, value) => {
    expect(parseJsonBody(JSON_TYPE, text)).toEqual(value);
  });

  it.each([
    'application/json',
    'application/problem+json',
    'Application/JSON ; charset=utf-8',
    'application/hal+json',
  ])('takes %s for JSON', (type) => expect(parseJsonBody(type, '1')).toBe(1));

  it.each([
    ['text/html', '<html>', /web page/],
    ['text/plain', '<!doctype html>', /web page/],
    [undefined, '  <html>', /web page/],
    ['text/plain', '{}', /other than JSON/],
    ['application/jsonp', '{}', /other than JSON/],
    ['application/x-json', '{}', /other than JSON/],
    [undefined, '{}', /other than JSON/],
    [JSON_TYPE, '', /with nothing/],
    [JSON_TYPE, '   ', /with nothing/],
    [JSON_TYPE, '{"a":1', /broke off/],
    [JSON_TYPE, '{"a":"x', /broke off/],
    [JSON_TYPE, '[1,2,', /broke off/],
    [JSON_TYPE, '{"a":"x\\"', /broke off/],
    [JSON_TYPE, '<html></html>', /not valid JSON/],
    [JSON_TYPE, '{a:1}', /not valid JSON/],
    [JSON_TYPE, '{"a":1}{"b":2}', /not valid JSON/],
    [JSON_TYPE, '{"a":NaN}', /not valid JSON/],
    [JSON_TYPE, ']', /not valid JSON/],
    [JSON_TYPE, '{"a":1,"a":2}', /occurs twice/],
    [JSON_TYPE, '{"a":1,"\\u0061":2}', /occurs twice/],
    [JSON_TYPE, '[[{"b":{},"b":1}]]', /occurs twice/],
    [JSON_TYPE, '{"__proto__":{"polluted":1}}', /no console needs/],
    [JSON_TYPE, '{"\\u005f_proto__":1}', /no console needs/],
    [JSON_TYPE, '{"a":{"constructor":{"prototype":1}}}', /no console needs/],
    [JSON_TYPE, '{"prototype":1}', /no console needs/],
    [JSON_TYPE, `${'['.repeat(33)}${']'.repeat(33)}`, /nested deeper/],
    [JSON_TYPE, `[${'1,'.repeat(2_000_000)}1]`, /more data/],
  ])('refuses %s with a sentence of its own (%#)', (type, text, sentence) => {
    expect(refusal(type, text)).toMatch(sentence);
  });

  it('takes 32 levels and very deep nonsense without overflowing', () => {
    expect(refusal(JSON_TYPE, `${'['.repeat(32)}${']'.repeat(32)}`)).toBe('accepted');
    expect(refusal(JSON_TYPE, '['.repeat(2_000_000))).toMatch(/nested deeper/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes any member name in a document, and leaves every prototype alone', () => {
    const text = '{"constructor":{"prototype":1},"__proto__":{"polluted":1}}';
    const value = parseJsonBody(JSON_TYPE, text, DOCUMENT) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['constructor', '__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(() => parseJsonBody(JSON_TYPE, nested(200), DOCUMENT)).not.toThrow();
    expect(() => parseJsonBody(JSON_TYPE, nested(201), DOCUMENT)).toThrow(/nested deeper/);
    expect(() => parseJsonBody(JSON_TYPE, '{"a":1,"a":2}', DOCUMENT)).toThrow(/occurs twice/);
  });

  it('never repeats the answer in its sentence', () => {
    expect(refusal(JSON_TYPE, '{"token":"s3cr3t-s3cr3t"')).not.toContain('s3cr3t');
  });
});
