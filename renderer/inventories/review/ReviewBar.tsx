import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { mdiCheckAll, mdiKeyboardOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { formatCount, formatDateTime } from '@core/text/format';
import { useFinishReview, useReviewSaved } from '@renderer/api/reviews';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { useNotify } from '@renderer/shared/Notifications';
import { useAsked } from '@renderer/shared/use-asked';
import type { ReviewDesk } from './review-desk';
import { ReviewerDialog } from './ReviewerDialog';
import { savedText } from './saved-text';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useReviewState } from './use-desk';

export interface ReviewBarProps {
  readonly inventoryId: string;
  readonly desk: ReviewDesk;
}

/** How far the review is, who reviews, where it is saved, and its end. */
export function ReviewBar({ inventoryId, desk }: ReviewBarProps): ReactNode {
  const { finished } = useReviewState(desk);
  const help = useAsked<true>();
  return (
    <Box role="group" aria-label="Review" sx={LINE}>
      <HowFar inventoryId={inventoryId} desk={desk} />
      <Box sx={{ flex: 1 }} />
      <Reviewer desk={desk} />
      <IconAction
        label="Keyboard shortcuts"
        icon={mdiKeyboardOutline}
        size="small"
        onClick={() => help.ask(true)}
      />
      {finished === null ? (
        <FinishButton inventoryId={inventoryId} desk={desk} />
      ) : (
        <Typography variant="caption" noWrap sx={{ color: 'success.main' }}>
          Done by {finished.by}, {formatDateTime(finished.at)}
        </Typography>
      )}
      <ShortcutsDialog open={help.open} onClose={help.close} />
    </Box>
  );
}

function HowFar({ inventoryId, desk }: ReviewBarProps): ReactNode {
  const { decided } = useReviewState(desk);
  const saved = useReviewSaved(inventoryId);
  return (
    <>
      <Typography role="status" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {formatCount(decided)} of {formatCount(desk.rows)} decided
      </Typography>
      <LinearProgress
        variant="determinate"
        aria-label="Keys decided"
        color={decided === desk.rows ? 'success' : 'primary'}
        value={desk.rows === 0 ? 100 : (decided / desk.rows) * 100}
        sx={{ width: 90, height: 4, borderRadius: 2 }}
      />
      {saved !== null && (
        <Typography variant="caption" color="textSecondary" noWrap>
          {savedText(saved)}
        </Typography>
      )}
    </>
  );
}

function Reviewer({ desk }: Pick<ReviewBarProps, 'desk'>): ReactNode {
  const { by } = useReviewState(desk);
  const asked = useAsked<true>();
  return (
    <>
      <Button size="small" onClick={() => asked.ask(true)} aria-description="Changes who reviews">
        Reviewer: {by}
      </Button>
      <ReviewerDialog
        key={asked.turn}
        open={asked.open}
        by={by}
        onClose={asked.close}
        onChange={(name) => desk.signAs(name)}
      />
    </>
  );
}

function FinishButton({ inventoryId, desk }: ReviewBarProps): ReactNode {
  const { run, busy } = useFinishReview();
  const notify = useNotify();
  const finish = async (): Promise<void> => {
    const outcome = await run({ inventoryId, by: desk.state().by });
    if (outcome.ok) desk.finish(outcome.value);
    else notify(outcome.error.message, 'error');
  };
  return (
    <Button
      size="small"
      variant="outlined"
      loading={busy}
      startIcon={<Icon path={mdiCheckAll} size="small" />}
      onClick={() => void finish()}
    >
      Mark review as done
    </Button>
  );
}

const LINE = {
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  columnGap: 1.25,
  rowGap: 0.5,
  px: 2,
  pt: 1,
} as const;
