import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { parseJsonBody } from '@main/http/json-body';
import { RawKeyPage } from '@main/adapters/qodly/schema';

const key = (id: number): object => ({
  id: `key-${id}`,
  name: 'Accounting "EU" \u00e9\ud83d\udd11',
  type: 'standard',
  role: 'Admin',
  createdAt: '2030-01-01T00:00:00.000Z',
  createdBy: 'ada@example.com',
  expiresAt: null,
  allowedHosts: ['203.0.113.7', '2001:db8::1'],
  lastUsedAt: null,
  hint: '4f2a',
  clientRef: null,
  revision: '3',
});
const VALID = Buffer.from(
  JSON.stringify({ items: [key(1), key(2)], nextCursor: null, total: 2, more: [1.5e3, true] }),
);
const BYTES = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from('{}[]",:\\0e')));

/** A valid answer with one to four bytes replaced, put in or taken out. */
const mutated = fc
  .array(fc.tuple(fc.constantFrom('replace', 'insert', 'remove'), fc.nat(VALID.length - 1), BYTES), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => {
    const bytes = [...VALID];
    for (const [kind, at, byte] of changes)
      bytes.splice(at, kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [byte]));
    return Buffer.from(bytes).toString('utf8');
  });

describe('an answer that was changed on the way', () => {
  it('is either read as the JSON it is, or refused as a bad answer (10,000 mutations)', () => {
    let refusals = 0;
    const check = fc.property(mutated, (text) => {
      let body: unknown;
      try {
        body = parseJsonBody('application/json', text);
      } catch (error) {
        refusals += 1;
        return error instanceof AppError && error.code === 'bad-answer' && !error.message.includes('key-1');
      }
      expect(body).toEqual(JSON.parse(text));
      RawKeyPage.safeParse(body);
      return true;
    });
    fc.assert(check, { numRuns: 10_000, seed: 26 });
    expect(refusals).toBeGreaterThan(1_000);
    expect(refusals).toBeLessThan(10_000);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never gets a repeated name through, wherever it is', () => {
    const names = fc.array(fc.constantFrom('a', 'b', '\\u0061', 'c\\n', '\\"'), {
      minLength: 1,
      maxLength: 6,
    });
    const check = fc.property(names, (list) => {
      const text = `{${list.map((name) => `"${name}":{"a":[{"a":0}]}`).join(',')}}`;
      const distinct = new Set(list.map((name) => JSON.parse(`"${name}"`) as string)).size === list.length;
      try {
        parseJsonBody('application/json', text);
        return distinct;
      } catch {
        return !distinct;
      }
    });
    fc.assert(check, { numRuns: 2_000, seed: 27 });
  });
});
