import type { PlanRowView } from '@core/domain/plan';

/** Where a row is, in one word, and how that looks. */
export interface RowState {
  readonly id: string;
  readonly label: string;
  readonly tone: 'good' | 'bad' | 'doubtful' | 'chosen' | '';
}

const VERDICTS: Readonly<Record<NonNullable<PlanRowView['verdict']>['state'], RowState>> = {
  ready: { id: 'ready', label: 'Ready', tone: '' },
  changed: { id: 'changed', label: 'Changed since', tone: 'doubtful' },
  gone: { id: 'gone', label: 'Already gone', tone: '' },
  refused: { id: 'refused', label: 'Not allowed here', tone: 'doubtful' },
  elsewhere: { id: 'elsewhere', label: 'Console not here', tone: 'doubtful' },
  unreachable: { id: 'unreachable', label: 'Not reached', tone: 'doubtful' },
  'by-hand': { id: 'by-hand', label: 'By hand', tone: 'doubtful' },
};

/** SECURITY: the look of success is for what is dead, or what a person says they did. */
const ENDS: Readonly<Record<NonNullable<PlanRowView['end']>['state'], RowState>> = {
  running: { id: 'running', label: 'On its way', tone: 'chosen' },
  done: { id: 'done', label: 'Done', tone: 'good' },
  removed: { id: 'removed', label: 'Removed, may still work', tone: 'doubtful' },
  gone: VERDICTS.gone,
  changed: { id: 'left', label: 'Changed, left alone', tone: 'doubtful' },
  refused: { id: 'not-done', label: 'Not done from there', tone: 'doubtful' },
  failed: { id: 'failed', label: 'Failed', tone: 'bad' },
  unconfirmed: { id: 'unconfirmed', label: 'Not confirmed', tone: 'doubtful' },
  skipped: { id: 'skipped', label: 'Left alone', tone: '' },
  'by-hand': VERDICTS['by-hand'],
};

const UNCHECKED: RowState = { id: 'unchecked', label: 'Not checked', tone: '' };
const APPROVED: RowState = { id: 'approved', label: 'Approved', tone: 'chosen' };

/** All states in the order of their chips. */
export const ROW_STATES: readonly RowState[] = [
  ...new Map(
    [UNCHECKED, APPROVED, ...Object.values(VERDICTS), ...Object.values(ENDS)].map((state) => [
      state.id,
      state,
    ]),
  ).values(),
];

/** Where a row is. */
export function rowState({ end, approved, verdict }: PlanRowView): RowState {
  if (end !== null && !(approved && isOpenAgain(end.state))) return ENDS[end.state];
  if (approved) return APPROVED;
  return verdict === null ? UNCHECKED : VERDICTS[verdict.state];
}

const isOpenAgain = (state: string): boolean =>
  state !== 'running' && state !== 'done' && state !== 'removed';

/** What there is to say of a row: what became of it, or what would. */
export function rowSays({ end, verdict }: PlanRowView): string {
  if (end !== null && end.message !== undefined) return end.message;
  if (end !== null) return end.state === 'done' ? 'The console was read again and has it no more.' : '';
  const changes = verdict?.changes ?? [];
  if (verdict?.state === 'changed')
    return changes.map(({ fact, was, now }) => `${fact}: ${was} → ${now}`).join('; ');
  return verdict?.says ?? '';
}

/** Whether a row can be approved as it was found: `changed` only after a look at what changed. */
export const isApprovable = ({ verdict, approved, end, decision }: PlanRowView): boolean =>
  decision === 'revoke' &&
  !approved &&
  (verdict?.state === 'ready' || verdict?.state === 'changed') &&
  (end === null || isOpenAgain(end.state));

/** Whether a person may say that they did it. */
export const isForPeople = ({ verdict, decision, end }: PlanRowView): boolean =>
  end === null && verdict?.state !== 'gone' && (decision !== 'revoke' || isClosed(verdict?.state));

const isClosed = (state: string | undefined): boolean => state === 'refused' || state === 'elsewhere';

/** Whether a person said so. */
export const isTicked = ({ end }: PlanRowView): boolean =>
  end?.state === 'done' && end.message?.startsWith('Done by hand') === true;
