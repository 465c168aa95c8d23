import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useNow } from '@renderer/shared/use-now';
import { leftText } from '@renderer/key-table/left-text';

export interface CountdownProps {
  /** Epoch milliseconds. */
  readonly until: number;
  /** What happens then: "Hides in". */
  readonly what?: string;
}

/** How long something stays as it is. Not read out each second: the moment it began says the time once. */
export function Countdown({ until, what = 'Hides in' }: CountdownProps): ReactNode {
  return (
    <Typography
      component="span"
      variant="caption"
      color="textSecondary"
      sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      <span aria-hidden="true">
        {what} {leftText(until - useNow(500))}
      </span>
    </Typography>
  );
}
