import { describe, expect, it } from 'vitest';
import { confirmationWord } from '@core/domain/confirmation';
import { traitsOf, vendorInfo } from '@core/domain/vendor';

const { stop } = traitsOf(vendorInfo('qodly'), 'generation-3');
const standard = { type: 'standard' } as const;
const administration = { type: 'administration' } as const;
const none = { type: null } as const;

describe('confirmationWord', () => {
  it.each([
    ['one Standard key', [standard], false, null],
    ['one key without a type', [none], false, null],
    ['one Administration key', [administration], false, 'DELETE'],
    ['one key of production', [standard], true, 'DELETE'],
    ['two keys', [standard, standard], false, 'DELETE 2 KEYS'],
    [
      'twelve keys with an Administration key in production',
      [...Array<typeof standard>(11).fill(standard), administration],
      true,
      'DELETE 12 KEYS',
    ],
  ])('%s', (_what, keys: { type: 'standard' | 'administration' | null }[], production, word) => {
    expect(confirmationWord({ keys, production, stop })).toBe(word);
  });

  it("is the vendor's own verb", () => {
    const revoking = { ...stop, verb: 'Revoke' };
    expect(confirmationWord({ keys: [standard], production: true, stop: revoking })).toBe('REVOKE');
  });
});
