import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Fields side by side, as many as are given, of the same width. */
export function FieldRow({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box
      sx={{
        display: 'grid',
        gridAutoFlow: 'column',
        gridAutoColumns: 'minmax(0, 1fr)',
        alignItems: 'start',
        gap: 2,
      }}
    >
      {children}
    </Box>
  );
}
