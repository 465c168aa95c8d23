import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Fields beside what comes of them, which stays in sight while the fields scroll. */
export function FormLayout({ children, aside }: { children: ReactNode; aside: ReactNode }): ReactNode {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 264px',
        gap: 3,
        alignItems: 'start',
        pb: 0.5,
      }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 }}>{children}</Box>
      <Box sx={{ position: 'sticky', top: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>{aside}</Box>
    </Box>
  );
}
