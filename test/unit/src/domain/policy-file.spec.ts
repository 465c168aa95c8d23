import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '@core/domain/policy';
import { POLICY_FILE_LENGTH, policyText, readPolicy } from '@core/domain/policy-file';

const POLICY: Policy = { maxValidityDays: 90, unusedDays: 30, rules: { unused: false, 'any-host': true } };
const changed = (more: object): string =>
  JSON.stringify({ ...(JSON.parse(policyText(POLICY)) as object), ...more });

describe('a policy file', () => {
  it('comes back as it was saved', () => {
    expect(readPolicy(policyText(POLICY))).toEqual(POLICY);
  });

  it('may leave out what stays as usual', () => {
    expect(readPolicy('{"format":"keydesk-policy","version":1}')).toEqual(DEFAULT_POLICY);
  });

  it.each([
    ['nothing', '', 'is no policy'],
    ['another file', '{"format":"keydesk-inventory","version":1}', 'is no policy'],
    ['a later version', changed({ version: 2 }), 'later version'],
    ['a limit that is misspelt', changed({ maxValidityDay: 30 }), '“maxValidityDay”'],
    ['a rule nobody knows', changed({ rules: { unusd: true } }), '“rules.unusd”'],
    ['a limit out of bounds', changed({ unusedDays: 0 }), '“unusedDays”'],
    ['too much', changed({ rules: ' '.repeat(POLICY_FILE_LENGTH) }), 'is no policy'],
  ])('is refused with a reason: %s', (_what, text, reason) => {
    expect(() => readPolicy(text)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining(reason) as string,
      }) as Error,
    );
  });
});
