import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Says "PROD" in a frame: a word and a shape, not only a colour. Read out as "production". */
export function ProductionMark({ quiet = false }: { quiet?: boolean }): ReactNode {
  return (
    <Box
      component="span"
      {...(quiet ? { 'aria-hidden': true } : { role: 'img', 'aria-label': 'production' })}
      sx={{
        display: 'inline-block',
        px: 0.625,
        border: 1,
        borderColor: 'currentColor',
        borderRadius: '4px',
        color: 'house.production',
        backgroundColor: 'house.productionSoft',
        fontSize: '0.625rem',
        fontWeight: 700,
        lineHeight: '15px',
        letterSpacing: '0.05em',
      }}
    >
      PROD
    </Box>
  );
}
