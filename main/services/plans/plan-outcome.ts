import type { PlanEnd, PlanRowView } from '@core/domain/plan';

/** What the reviewer is told of a row; everything that is not done has its reason. */
export function outcomeOf({ end, verdict, approved, decision }: PlanRowView): PlanEnd {
  if (end !== null && end.state !== 'running') return end;
  // SECURITY: what is on its way may be done or not; nobody is told that it is.
  if (end !== null) return { state: 'unconfirmed', message: 'It was on its way when this was written.' };
  if (decision !== 'revoke' && verdict?.state !== 'gone')
    return { state: 'by-hand', message: 'Not done yet.' };
  switch (verdict?.state) {
    case undefined:
      return { state: 'skipped', message: 'Not looked at.' };
    case 'gone':
      return { state: 'gone', message: verdict.says };
    case 'refused':
    case 'elsewhere':
    case 'unreachable':
      return { state: 'refused', message: verdict.says };
    case 'changed':
      return approved ? WAITING : { state: 'changed', message: changesText(verdict.changes ?? []) };
    case 'ready':
    case 'by-hand':
      return approved ? WAITING : { state: 'skipped', message: 'Not approved.' };
  }
}

const WAITING: PlanEnd = { state: 'skipped', message: 'Approved, not executed yet.' };

const changesText = (changes: readonly { fact: string; was: string; now: string }[]): string =>
  changes
    .map(({ fact, was, now }) => `${fact}: ${was} → ${now}`)
    .join('; ')
    .slice(0, 4_000);
