import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { HEADING_HEIGHT, ROW_HEIGHT } from '@renderer/table/table-layout';

const ROWS = 12;
const WIDTHS = [38, 52, 44, 61, 33, 49];

const Sheet = styled('div')(({ theme: { palette } }) => ({
  position: 'absolute',
  inset: 0,
  overflow: 'hidden',
  '& > div': {
    display: 'flex',
    alignItems: 'center',
    gap: 28,
    height: ROW_HEIGHT,
    padding: '0 18px',
    boxShadow: `inset 0 -1px ${palette.house.line}`,
  },
  '& > div:first-of-type': {
    height: HEADING_HEIGHT,
    backgroundColor: palette.house.sunken,
    boxShadow: `inset 0 1px ${palette.house.line}, inset 0 -1px ${palette.house.line}`,
  },
  '& i': { height: 9, borderRadius: 4, backgroundColor: palette.house.line },
  maskImage: 'linear-gradient(#000 20%, transparent)',
}));

/** Where rows will be: quiet bars, no movement. */
export function SkeletonRows(): ReactNode {
  return (
    <Sheet aria-hidden="true">
      <div />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row}>
          <i style={{ width: 14 }} />
          <i style={{ width: `${(WIDTHS[row % WIDTHS.length] ?? 40) * 0.6}%` }} />
          <i style={{ width: 64 }} />
          <i style={{ width: 84 }} />
          <i style={{ width: 72 }} />
        </div>
      ))}
    </Sheet>
  );
}
