import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '@main/practice/cursor';

describe('cursor', () => {
  it('leads back to its place, whatever the identifier', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.string({ unit: 'grapheme' }), (scope, sort, id) => {
        expect(decodeCursor(scope, encodeCursor(scope, [sort, id]))).toEqual([sort, id]);
      }),
    );
  });

  it('is text that needs no escaping in an address', () => {
    expect(encodeCursor('keys of ü', [1, '/?#&'])).toMatch(/^[\w-]+$/);
  });

  it('works only where it came from', () => {
    expect(decodeCursor('keys of staging', encodeCursor('keys of production', [1, 'a']))).toBeNull();
  });

  it('survives anything else', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeCursor('s', text) === null));
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const value of [null, 's', ['s'], ['s', '1', 'a'], ['s', 1, 2], ['s', 1, 'a', 'b'], { 0: 's' }])
      expect(decodeCursor('s', forged(value))).toBeNull();
  });
});
