import type { TypographyVariantsOptions } from '@mui/material/styles';
import { SANS } from '@renderer/theme/tokens';

/** Sizes in rem of a 16 px root: 13 px for text, 12 px for side notes, weights from the one variable font. */
export const typography: TypographyVariantsOptions = {
  fontFamily: SANS,
  fontSize: 13,
  htmlFontSize: 16,
  fontWeightMedium: 550,
  fontWeightBold: 650,
  h1: { fontSize: '1.375rem', lineHeight: 1.3, fontWeight: 650, letterSpacing: '-0.017em' },
  h2: { fontSize: '1.0625rem', lineHeight: 1.35, fontWeight: 620, letterSpacing: '-0.012em' },
  h3: { fontSize: '0.875rem', lineHeight: 1.4, fontWeight: 600, letterSpacing: '-0.006em' },
  subtitle2: { fontSize: '0.8125rem', lineHeight: 1.45, fontWeight: 550 },
  body1: { fontSize: '0.8125rem', lineHeight: 1.5, letterSpacing: '-0.003em' },
  body2: { fontSize: '0.8125rem', lineHeight: 1.5, letterSpacing: '-0.003em' },
  button: { fontSize: '0.8125rem', fontWeight: 550, textTransform: 'none', letterSpacing: 0 },
  caption: { fontSize: '0.75rem', lineHeight: 1.45, letterSpacing: 0 },
  overline: {
    fontSize: '0.6875rem',
    lineHeight: 1.4,
    fontWeight: 600,
    letterSpacing: '0.04em',
    textTransform: 'none',
  },
};
