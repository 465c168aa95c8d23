import type { PlanDecision, PlanRowView, PlanView } from '@core/domain/plan';
import type { SignatureState } from '@core/domain/signature';
import { formatCount, formatMoment, listed, plural } from '@core/text/format';
import { DECISION_WORDS } from '@core/text/plan-words';
import { signatureSentence } from '../signature-text';

/** What a plan asks for: "12 to revoke, 3 to replace". */
export function asksText(rows: readonly Pick<PlanRowView, 'decision'>[]): string {
  const counts = new Map<PlanDecision, number>();
  for (const { decision } of rows) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  return (Object.keys(DECISION_WORDS) as PlanDecision[])
    .filter((decision) => counts.has(decision))
    .map((decision) => `${formatCount(counts.get(decision) ?? 0)} ${ASKS[decision]}`)
    .join(', ');
}

const ASKS: Readonly<Record<PlanDecision, string>> = {
  revoke: 'to revoke',
  replace: 'to replace',
  restrict: 'to restrict',
  ask: 'to ask about',
};

/** What is not in a plan. */
export function leftText({ kept, undecided }: PlanView['left']): string {
  const parts = [
    ...(kept > 0 ? [`${plural(kept, 'key')} to keep`] : []),
    ...(undecided > 0 ? [`${plural(undecided, 'key')} without a decision`] : []),
  ];
  return parts.length === 0 ? '' : `Left out: ${listed(parts)}.`;
}

/** Who made a plan, when, and of what. */
export function madeText({ madeBy, madeAt, inventory }: PlanView): string {
  const of = inventory.exportedAt === null ? '' : `, exported ${formatMoment(inventory.exportedAt)}`;
  return `Made by ${madeBy}, ${formatMoment(madeAt)}, of ${inventory.fileName}${of}.`;
}

/** What the signature of a plan is worth, in a sentence. */
export const planSignatureText = (signature: SignatureState, madeBy: string): string =>
  signatureSentence(
    signature,
    `Unsigned, by “${madeBy}”: nothing shows who made it, or whether it was changed.`,
  );
