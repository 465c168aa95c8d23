import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { groupedFingerprint } from '@core/text/fingerprint';
import { Mono } from '@renderer/shared/Mono';

/** The fingerprint of a key that signs, as people read it to each other. */
export function KeyFingerprint({ fingerprint }: { fingerprint: string }): ReactNode {
  return (
    <Box sx={{ p: 1.5, borderRadius: 1, backgroundColor: 'house.sunken', userSelect: 'text' }}>
      <Mono wrap>{groupedFingerprint(fingerprint)}</Mono>
    </Box>
  );
}
