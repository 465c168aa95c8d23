import type { CSSObject } from '@mui/material/styles';

/**
 * A cell whose text stands behind a ring in the colour of the text; a class of the cell fills or colours it.
 * @param color of the text · `ring` of the ring, where it is another
 */
export const statusDot = (color: string, ring?: string): CSSObject => ({
  display: 'flex',
  alignItems: 'center',
  gap: 7,
  height: '100%',
  color,
  '&::before': {
    content: '""',
    boxSizing: 'border-box',
    width: 7,
    height: 7,
    flex: 'none',
    borderRadius: '50%',
    border: '1.5px solid currentColor',
    ...(ring !== undefined && { color: ring }),
  },
});
