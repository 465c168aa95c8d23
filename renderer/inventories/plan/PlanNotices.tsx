import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { approvesTogether, type PlanView } from '@core/domain/plan';
import { formatMoment } from '@core/text/format';
import { Notice } from '@renderer/shared/Notice';

/** What has to be known before anything is done with a plan; at most one thing, the gravest. */
export function PlanNotices({ view }: { view: PlanView }): ReactNode {
  const { signature, outcome, checkedAt } = view;
  if (signature.state === 'altered')
    return (
      <Notice tone="error" title="This file cannot be executed">
        <Typography>
          It was changed after it was signed, and nothing tells what was changed, or by whom. Ask whoever made
          it to send it again.
        </Typography>
      </Notice>
    );
  if (outcome !== null)
    return (
      <Notice tone="info" title={`What became of each key, by ${outcome.executedBy}`}>
        <Typography>
          Written {formatMoment(outcome.executedAt)}. {WORTH[outcome.plan.signature]}
        </Typography>
      </Notice>
    );
  if (!approvesTogether(signature))
    return (
      <Notice tone="warning">
        <Typography>
          <strong>It is not known who made this plan.</strong> Look at each row before you approve it; they
          cannot be approved together.
        </Typography>
      </Notice>
    );
  if (checkedAt !== null) return null;
  return (
    <Notice tone="info">
      <Typography>
        Nothing was sent to any console. <em>Check</em> reads them, compares every key with what the reviewer
        saw, and changes nothing.
      </Typography>
    </Notice>
  );
}

const WORTH: Readonly<Record<NonNullable<PlanView['outcome']>['plan']['signature'], string>> = {
  own: 'The plan was signed where it was executed.',
  trusted: 'The plan was signed by a key that was trusted where it was executed.',
  unknown: 'The plan was signed by a key that nobody knew where it was executed.',
  altered: 'The plan had been altered.',
  unsigned: 'The plan was not signed.',
};
