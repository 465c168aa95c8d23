import type { Components, Theme } from '@mui/material/styles';
import { CONTROL_HEIGHT, RADIUS } from '@renderer/theme/tokens';

const ring = ({ palette }: Theme) => ({
  '&.Mui-focusVisible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 },
});

/** Things to press: no ripple, no capitals, no shadow; a ring when the keyboard is on them. */
export const buttonStyles = (theme: Theme): Components<Theme> => ({
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true, color: 'primary' },
    styleOverrides: {
      root: { minHeight: CONTROL_HEIGHT, padding: '0 14px', whiteSpace: 'nowrap', ...ring(theme) },
      sizeSmall: { minHeight: 28, padding: '0 10px', fontSize: '0.8125rem' },
      outlined: {
        color: theme.palette.text.primary,
        borderColor: theme.palette.house.line,
        backgroundColor: theme.palette.background.paper,
        '&:hover': { borderColor: theme.palette.house.outline, backgroundColor: theme.palette.house.hover },
        '&.MuiButton-colorError': { color: theme.palette.error.main },
      },
      startIcon: { marginRight: 6, marginLeft: -2 },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        borderRadius: RADIUS,
        padding: 7,
        color: theme.palette.text.secondary,
        '&:hover': { backgroundColor: theme.palette.house.hover, color: theme.palette.text.primary },
        ...ring(theme),
      },
      sizeSmall: { padding: 5 },
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        minHeight: CONTROL_HEIGHT,
        padding: '0 12px',
        borderColor: theme.palette.house.line,
        ...ring(theme),
        '&.Mui-selected': { color: theme.palette.primary.main, backgroundColor: theme.palette.house.chosen },
      },
    },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
});
