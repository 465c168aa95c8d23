import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';
import { placeName, type Place } from './place';

/** Where a dialog is about to change something. */
export function PlaceLine({ place }: { place: Place }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <VendorMark vendor={place.vendor.id} />
      <span>{placeName(place, true)}</span>
      {place.environment.production && <ProductionMark />}
    </Box>
  );
}
