import type { Components, Theme } from '@mui/material/styles';
import { RADIUS, RADIUS_LARGE } from '@renderer/theme/tokens';

const shadow = ({ palette }: Theme): string =>
  palette.mode === 'dark' ? '0 12px 40px rgb(0 0 0 / 0.55)' : '0 12px 40px rgb(22 25 40 / 0.16)';

/** Things that carry others: a line around them instead of a shadow, unless they float. */
export const surfaceStyles = (theme: Theme): Components<Theme> => ({
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: {
    styleOverrides: {
      paper: {
        borderRadius: RADIUS_LARGE,
        border: `1px solid ${theme.palette.house.line}`,
        boxShadow: shadow(theme),
        margin: 24,
        maxHeight: 'calc(100% - 48px)',
      },
    },
  },
  MuiBackdrop: {
    styleOverrides: {
      root: {
        '&:not(.MuiBackdrop-invisible)': {
          backgroundColor: theme.palette.mode === 'dark' ? 'rgb(6 7 10 / 0.6)' : 'rgb(24 27 38 / 0.32)',
        },
      },
    },
  },
  ...floating(theme),
  // An arrow that leads nowhere takes no room.
  MuiTabScrollButton: { styleOverrides: { root: { width: 28, '&.Mui-disabled': { width: 0 } } } },
  MuiChip: {
    styleOverrides: {
      root: { borderRadius: RADIUS, fontSize: '0.75rem', height: 24 },
      label: { paddingLeft: 8, paddingRight: 8 },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        minHeight: 52,
        minWidth: 0,
        padding: '0 12px',
        '&.Mui-focusVisible': { outlineOffset: -2, outline: `2px solid ${theme.palette.primary.main}` },
      },
    },
  },
});

const floating = (theme: Theme): Components<Theme> => ({
  MuiMenu: {
    styleOverrides: {
      paper: {
        borderRadius: 8,
        border: `1px solid ${theme.palette.house.line}`,
        boxShadow: shadow(theme),
        minWidth: 180,
      },
      list: { padding: 4 },
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 32,
        padding: '4px 8px',
        borderRadius: RADIUS,
        fontSize: '0.8125rem',
        '& .MuiListItemIcon-root': { minWidth: 26 },
        '&.Mui-focusVisible': { backgroundColor: theme.palette.house.hover, outline: 'none' },
        '&:hover': { backgroundColor: theme.palette.house.hover },
      },
    },
  },
  MuiListItemIcon: { styleOverrides: { root: { color: 'inherit' } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, disableInteractive: true },
    styleOverrides: {
      tooltip: {
        fontSize: '0.75rem',
        lineHeight: 1.4,
        padding: '5px 8px',
        backgroundColor: theme.palette.mode === 'dark' ? '#e9eaf0' : '#23252e',
        color: theme.palette.mode === 'dark' ? '#15171c' : '#ffffff',
      },
    },
  },
});
