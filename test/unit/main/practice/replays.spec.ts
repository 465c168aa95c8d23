import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '@main/practice/problem';
import { fingerprint, REPLAY_TABLE, Replays, type IdempotentRequest } from '@main/practice/replays';
import { openStore, type Store } from '@main/practice/store';

describe('fingerprint', () => {
  it('is the same for payloads that mean the same', () => {
    const one = fingerprint('POST /a', { a: 1, b: { c: [1, 2], d: null } });
    expect(fingerprint('POST /a', { b: { d: null, c: [1, 2] }, a: 1 })).toBe(one);
  });

  it.each([
    ['POST /b', { a: [1, 2] }],
    ['POST /a', { a: [2, 1] }],
    ['POST /a', { a: ['1', '2'] }],
    ['POST /a', { a: { 0: 1, 1: 2 } }],
    ['POST /a', undefined],
  ])('differs for %s with %j', (target, payload) => {
    expect(fingerprint(target, payload)).not.toBe(fingerprint('POST /a', { a: [1, 2] }));
  });
});

describe('Replays', () => {
  const answer = { status: 201, headers: { ETag: '"1"' }, body: { id: 'k' } };
  let store: Store;
  let replays: Replays;
  const asked = (changes: Partial<IdempotentRequest> = {}): IdempotentRequest => ({
    operatorId: 'ada',
    idempotencyKey: 'k',
    fingerprint: 'f',
    ...changes,
  });
  const refusal = (request: IdempotentRequest, now = 0): string => {
    try {
      replays.claim(request, now);
      return 'none';
    } catch (error) {
      return error instanceof Problem ? error.kind : 'bug';
    }
  };
  const answered = (request: IdempotentRequest, now = 0): void => {
    replays.claim(request, now);
    replays.keep(request, answer, now);
    replays.release(request);
  };

  beforeEach(() => {
    store = openStore(':memory:', [REPLAY_TABLE]);
    replays = new Replays(store, 1000);
  });
  afterEach(() => store.close());

  it('lets a new request through, and holds it until it is released', () => {
    expect(replays.claim(asked(), 0)).toBeNull();
    expect(refusal(asked())).toBe('still-in-flight');
    expect(refusal(asked({ fingerprint: 'other' }))).toBe('still-in-flight');
    replays.release(asked());
    expect(replays.claim(asked(), 0)).toBeNull();
  });

  it('gives the kept answer to the same request', () => {
    answered(asked());
    expect(replays.claim(asked(), 1)).toEqual(answer);
    expect(replays.claim(asked(), 2)).toEqual(answer);
    expect(refusal(asked({ fingerprint: 'other' }))).toBe('idempotency-key-reused');
  });

  it('keeps operators apart', () => {
    answered(asked());
    expect(replays.claim(asked({ operatorId: 'bo', fingerprint: 'other' }), 1)).toBeNull();
  });

  it('forgets after its time, not before', () => {
    answered(asked());
    expect(replays.claim(asked(), 1000)).toEqual(answer);
    expect(replays.claim(asked(), 1001)).toBeNull();
  });
});
