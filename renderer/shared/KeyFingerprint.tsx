import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { groupedFingerprint } from '@core/text/fingerprint';
import { Mono } from '@renderer/shared/Mono';

/** Eight groups on each: a person who reads aloud does not lose the place. */
const TWO_LINES = { '& > *': { display: 'block', maxWidth: '40ch' } } as const;

/** The fingerprint of a key that signs, as people read it to each other. */
export function KeyFingerprint({ fingerprint }: { fingerprint: string }): ReactNode {
  return (
    <Box sx={{ p: 1.5, borderRadius: 1, backgroundColor: 'house.sunken', userSelect: 'text', ...TWO_LINES }}>
      <Mono wrap>{groupedFingerprint(fingerprint)}</Mono>
    </Box>
  );
}
