import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { MONO } from '@renderer/theme/tokens';

/** Endpoints, addresses and fingerprints: cut off with dots unless `wrap`, selectable, never spell-checked. */
export function Mono({ children, wrap = false }: { children: ReactNode; wrap?: boolean }): ReactNode {
  return (
    <Box
      component="span"
      translate="no"
      sx={{
        fontFamily: MONO,
        fontSize: '0.75rem',
        letterSpacing: 0,
        userSelect: 'text',
        ...(wrap
          ? { overflowWrap: 'anywhere' }
          : { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 }),
      }}
    >
      {children}
    </Box>
  );
}
