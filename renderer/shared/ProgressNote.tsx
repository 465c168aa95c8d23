import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { formatCount } from '@core/text/format';

export interface ProgressNoteProps {
  /** What is going on: "Reading keys". */
  label: string;
  loaded?: number | undefined;
  /** Null or absent where nobody knows. */
  total?: number | null | undefined;
  children?: ReactNode;
}

/** How far something long has come, in words and as a bar. */
export function ProgressNote({ label, loaded, total, children }: ProgressNoteProps): ReactNode {
  const id = useId();
  const known = loaded !== undefined && total !== undefined && total !== null && total > 0;
  const bar = known ? { variant: 'determinate' as const, value: Math.min(100, (loaded / total) * 100) } : {};
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, width: '100%', maxWidth: 360 }}>
      <Typography id={id} color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {label}
        {loaded !== undefined && loaded > 0 && ` · ${formatCount(loaded)}`}
        {known && ` of ${formatCount(total)}`}
      </Typography>
      <LinearProgress aria-labelledby={id} {...bar} sx={{ borderRadius: 1, height: 3 }} />
      {children}
    </Box>
  );
}
