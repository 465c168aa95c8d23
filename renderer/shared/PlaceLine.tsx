import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';
import { placeName, type Place } from '@renderer/shared/place';

export interface PlaceLineProps {
  readonly place: Place;
  /** The key it is about; here it stays in sight while the dialog below is scrolled. */
  readonly name?: string;
}

/** Where a dialog is about to change something, and which key. */
export function PlaceLine({ place, name }: PlaceLineProps): ReactNode {
  return (
    <>
      {name !== undefined && (
        <Box sx={{ color: 'text.primary', fontWeight: 550, mb: 0.5, overflowWrap: 'anywhere' }}>
          <bdi>{name}</bdi>
        </Box>
      )}
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
        <VendorMark vendor={place.vendor.id} />
        <span>{placeName(place, true)}</span>
        {place.environment.production && <ProductionMark />}
      </Box>
    </>
  );
}
