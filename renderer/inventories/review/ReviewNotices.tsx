import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useReviewSaved, type OpenedReview } from '@renderer/api/reviews';
import { Banner } from '@renderer/shared/Banner';
import { savedTrouble } from './saved-text';

const OTHERS: Readonly<Record<NonNullable<OpenedReview['other']>, string>> = {
  version:
    'The review that was saved here is of another version of this file. This one starts afresh; the other is kept under another name.',
  damaged:
    'The review that was saved here cannot be read. This one starts afresh; the other is kept under another name.',
};

export interface ReviewNoticesProps {
  readonly inventoryId: string;
  readonly other: OpenedReview['other'];
}

/** What is out of the ordinary about where the review is saved. */
export function ReviewNotices({ inventoryId, other }: ReviewNoticesProps): ReactNode {
  const saved = useReviewSaved(inventoryId);
  const [seen, setSeen] = useState(false);
  const trouble = saved === null ? null : savedTrouble(saved);
  return (
    <Box sx={{ '&:not(:empty)': { mt: 1 } }}>
      {trouble !== null && <Banner tone={saved?.problem === null ? 'info' : 'warning'}>{trouble}</Banner>}
      {other !== null && !seen && (
        <Banner
          tone="info"
          actions={
            <Button size="small" onClick={() => setSeen(true)}>
              Close
            </Button>
          }
        >
          {OTHERS[other]}
        </Banner>
      )}
    </Box>
  );
}
