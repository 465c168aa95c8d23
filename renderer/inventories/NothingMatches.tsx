import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiFilterOffOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { EmptyState } from '@renderer/shared/EmptyState';

export interface NothingMatchesProps {
  /** What the rows are called: "key". */
  readonly what: string;
  readonly onClear: () => void;
}

/** Stands below the headings of a table of which search and filters leave nothing. */
export function NothingMatches({ what, onClear }: NothingMatchesProps): ReactNode {
  return (
    <Box sx={{ position: 'absolute', inset: '36px 0 0', display: 'flex' }}>
      <EmptyState
        icon={mdiFilterOffOutline}
        title={`No ${what} matches`}
        actions={
          <Button variant="outlined" onClick={onClear}>
            Show all {what}s
          </Button>
        }
      />
    </Box>
  );
}
