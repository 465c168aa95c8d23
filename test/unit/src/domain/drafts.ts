import { changeProblems, type KeyChanges } from '@core/domain/key-draft';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { daysFromNow, NOW } from '@test/support/builders';

export const qodly = vendorInfo('qodly');
export const rules = { traits: traitsOf(qodly, 'generation-3'), maxValidityDays: 365, now: NOW };
export const firstGeneration = { traits: traitsOf(qodly, 'generation-1'), maxValidityDays: null, now: NOW };

/** What is wrong with a change of a key of the present generation. */
export const problems = (draft: KeyChanges) => changeProblems(draft, rules);

/** A draft that Qodly takes. */
export const complete = {
  name: 'Accounting',
  type: 'standard',
  role: 'Reader',
  expiresAt: daysFromNow(90),
} as const;

/** One for the first generation. */
export const oldComplete = { name: 'Accounting', role: 'Reader', expiresAt: daysFromNow(90) };
