import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { vendorInfo, type VendorId } from '@core/domain/vendor';

/** One or two letters in a square that tell a vendor apart; decoration beside a text that names it. */
export function VendorMark({ vendor, size = 18 }: { vendor: VendorId; size?: number }): ReactNode {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        flex: 'none',
        width: size,
        height: size,
        borderRadius: `${Math.round(size / 4)}px`,
        border: 1,
        borderColor: 'house.line',
        backgroundColor: 'house.hover',
        color: 'text.secondary',
        fontSize: size * 0.58,
        fontWeight: 650,
        lineHeight: 1,
      }}
    >
      {vendorInfo(vendor).mark}
    </Box>
  );
}
