import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';

const TABS = [132, 104, 118, 96];
const ROWS = [72, 58, 81, 64, 76, 52, 69];

/** The shape of the screen while the consoles themselves are being read. */
export function EnvironmentsSkeleton(): ReactNode {
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          gap: 2.5,
          alignItems: 'center',
          height: 53,
          px: 2,
          overflow: 'hidden',
          borderBottom: 1,
          borderColor: 'house.line',
        }}
      >
        {TABS.map((width) => (
          <Skeleton key={width} variant="rounded" width={width} height={22} />
        ))}
      </Box>
      <PanelSkeleton />
    </>
  );
}

/** The shape of one environment's screen while its console is being asked. */
export function PanelSkeleton(): ReactNode {
  return (
    <Box aria-busy sx={{ overflow: 'hidden' }}>
      <VisuallyHidden>
        <h1>Keys</h1>
        <span role="status">Reading environments</span>
      </VisuallyHidden>
      <Box sx={{ px: 2, py: 1.75, borderBottom: 1, borderColor: 'house.line' }}>
        <Skeleton width={120} height={16} />
        <Skeleton width={220} height={30} />
      </Box>
      <Box sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 2 }}>
        {ROWS.map((width) => (
          <Skeleton key={width} variant="rounded" width={`${width}%`} height={18} />
        ))}
      </Box>
    </Box>
  );
}
