import type { PolicyChange, PolicyView } from '@core/contract/policy';
import type { ActivityAction } from '@core/domain/activity';
import { RULE_FACTS } from '@core/domain/finding';
import type { FindingRule, Policy } from '@core/domain/policy';

const settings = (detail: string): { action: ActivityAction; detail: string } => ({
  action: 'change-settings',
  detail: `Policy: ${detail}.`,
});

/** How the log tells of what keys are judged by. */
export const policyRules = {
  change: { about: (change: PolicyChange) => settings(policyWords(change).join('; ')) },
  openFile: {
    about: () => ({ action: 'change-settings' as const }),
    outcome: (view: PolicyView | null) =>
      view === null
        ? null
        : settings(`taken from ${view.file?.name ?? 'a file'}: ${policyWords(view.policy).join('; ')}`),
  },
};

function policyWords({ maxValidityDays, unusedDays, rules }: Partial<Policy> | PolicyChange): string[] {
  const switched = Object.entries(rules ?? {}).map(
    ([rule, on]) => `${RULE_FACTS[rule as FindingRule].label} ${on ? 'counts' : 'does not count'}`,
  );
  return [
    ...(maxValidityDays === undefined ? [] : [`maximum validity ${maxValidityDays} days`]),
    ...(unusedDays === undefined ? [] : [`unused after ${unusedDays} days`]),
    ...switched,
  ];
}
