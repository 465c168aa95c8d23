import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { vendorInfo, type VendorId } from '@core/domain/vendor';

/** One or two letters in a square that tell a vendor apart; decoration beside a text that names it. */
export function VendorMark({ vendor, size = 18 }: { vendor: VendorId; size?: number }): ReactNode {
  const { mark, tone } = vendorInfo(vendor);
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
        backgroundColor: `house.marks.${tone}`,
        color: 'house.onMark',
        fontSize: size * 0.61,
        fontWeight: 700,
        lineHeight: 1,
      }}
    >
      {mark}
    </Box>
  );
}
