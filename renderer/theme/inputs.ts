import type { Components, Theme } from '@mui/material/styles';
import { CONTROL_HEIGHT, RADIUS } from '@renderer/theme/tokens';

/** Things to fill in: the label stands above, so that it never moves and never gets cut off. */
export const inputStyles = (theme: Theme): Components<Theme> => ({
  MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
  MuiFormLabel: {
    styleOverrides: {
      root: {
        fontSize: '0.8125rem',
        fontWeight: 550,
        color: theme.palette.text.primary,
        '&.Mui-focused, &.Mui-error': { color: theme.palette.text.primary },
      },
      asterisk: { color: theme.palette.text.secondary },
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        minHeight: CONTROL_HEIGHT,
        borderRadius: RADIUS,
        backgroundColor: theme.palette.background.paper,
        '& fieldset': { borderColor: theme.palette.house.outline, opacity: 0.7 },
        '&.Mui-focused fieldset': { opacity: 1 },
      },
      input: {
        padding: '0 11px',
        height: CONTROL_HEIGHT - 2,
        '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
      },
      multiline: { padding: '7px 11px', '& textarea': { padding: 0, height: 'auto' } },
    },
  },
  MuiFormHelperText: {
    styleOverrides: { root: { marginLeft: 0, marginRight: 0, fontSize: '0.75rem', lineHeight: 1.45 } },
  },
  MuiSelect: {
    styleOverrides: { select: { display: 'flex', alignItems: 'center', minHeight: '0 !important' } },
  },
  ...choices(theme),
});

const choices = (theme: Theme): Components<Theme> => ({
  MuiCheckbox: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { padding: 6, color: theme.palette.house.outline } },
  },
  MuiRadio: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { padding: 6, color: theme.palette.house.outline } },
  },
  MuiSwitch: { defaultProps: { size: 'small' } },
  MuiFormControlLabel: { styleOverrides: { label: { fontSize: '0.8125rem' } } },
});
