import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useNow } from '@renderer/shared/use-now';

/** How long a secret stays in clear. Not read out each second: the moment it was shown says the time once. */
export function Countdown({ until }: { until: number }): ReactNode {
  const left = Math.max(0, Math.ceil((until - useNow(500)) / 1_000));
  return (
    <Typography
      component="span"
      variant="caption"
      color="textSecondary"
      sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      <span aria-hidden="true">Hides in {left} s</span>
    </Typography>
  );
}
