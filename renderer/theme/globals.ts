import type { Components, Theme } from '@mui/material/styles';

/** The page itself: focus rings, selection, scroll bars, calm for those who ask for it. */
export const globalStyles = ({ palette }: Theme): Components<Theme> => ({
  MuiCssBaseline: {
    styleOverrides: {
      'html, body, #root': { height: '100%' },
      html: { colorScheme: palette.mode },
      body: {
        fontFeatureSettings: "'cv05', 'cv08', 'ss03'",
        overflow: 'hidden',
        WebkitFontSmoothing: 'antialiased',
        userSelect: 'none',
      },
      // Browsers give these a typeface of their own.
      'button, input, select, textarea': { fontFamily: 'inherit', fontFeatureSettings: 'inherit' },
      '::selection': { backgroundColor: palette.house.chosen },
      ':focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 },
      '::-webkit-scrollbar': { width: 11, height: 11 },
      '::-webkit-scrollbar-corner': { backgroundColor: 'transparent' },
      '::-webkit-scrollbar-thumb': {
        backgroundColor: `${palette.house.outline}73`,
        backgroundClip: 'padding-box',
        border: '3px solid transparent',
        borderRadius: 6,
      },
      '::-webkit-scrollbar-thumb:hover': { backgroundColor: palette.house.outline },
      '@media (prefers-reduced-motion: reduce)': {
        '*': { animationDuration: '0.01ms !important', transition: 'none !important' },
      },
    },
  },
  MuiSvgIcon: { styleOverrides: { root: { fontSize: '1.125rem' }, fontSizeSmall: { fontSize: '1rem' } } },
  // A small title is a text like others; what is a heading says so.
  MuiTypography: { defaultProps: { variant: 'body2', variantMapping: { subtitle2: 'p' } } },
  MuiSkeleton: {
    defaultProps: { animation: 'pulse' },
    styleOverrides: { root: { backgroundColor: palette.house.hover } },
  },
});
