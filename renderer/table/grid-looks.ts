import type { CSSObject, Theme } from '@mui/material/styles';
import { ACTION_WIDTH, HEADING_HEIGHT, PINNED_AT, ROW_HEIGHT } from './table-layout';

/** Headings: small, quiet, one mark for the order. */
export const headings = ({ palette }: Theme): CSSObject => ({
  '& .kd-heading': {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    height: HEADING_HEIGHT,
    '--kd-ground': palette.house.sunken,
    '--kd-lines': `inset 0 1px ${palette.house.line}, inset 0 -1px ${palette.house.line}`,
    '& > *': { display: 'flex', alignItems: 'center', minWidth: 0 },
    '& button': {
      all: 'unset',
      boxSizing: 'border-box',
      display: 'flex',
      alignItems: 'center',
      gap: 5,
      width: '100%',
      height: '100%',
      padding: '0 10px',
      cursor: 'pointer',
      fontSize: '0.75rem',
      fontWeight: 550,
      color: palette.text.secondary,
      '& span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      '&:hover': { color: palette.text.primary },
      '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -3, borderRadius: 5 },
    },
    '& .kd-sort': { width: 10, height: 10, flex: 'none', opacity: 0 },
    '& .kd-sort.ascending': { opacity: 1 },
    '& .kd-sort.descending': { opacity: 1, transform: 'rotate(180deg)' },
    '& button:hover .kd-sort.none': { opacity: 0.5 },
    '& [aria-sort]:not([aria-sort="none"]) button': { color: palette.text.primary },
  },
});

/** Rows: their ground is a variable, so that what stays in view has the same. */
export const rows = ({ palette }: Theme): CSSObject => ({
  '& .kd-row': {
    position: 'absolute',
    left: 0,
    right: 0,
    height: ROW_HEIGHT,
    '--kd-ground': palette.background.default,
    '--kd-lines': `inset 0 -1px ${palette.house.line}`,
    '&:hover': { '--kd-ground': palette.house.hover },
    '&[aria-selected="true"]': { '--kd-ground': palette.house.chosen },
  },
});

/** Cells: one line, cut off with dots. */
export const cells = ({ palette }: Theme): CSSObject => ({
  '& .kd-cell': {
    minWidth: 0,
    padding: '0 10px',
    lineHeight: `${ROW_HEIGHT}px`,
    fontSize: '0.8125rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
  '& .kd-pinned': { left: PINNED_AT },
  '& .kd-cell.kd-pinned': { color: palette.text.primary, fontWeight: 500 },
  '& .kd-strip': { minWidth: 0, display: 'flex', alignItems: 'center' },
  '& .kd-strip > *': {
    position: 'sticky',
    left: 'var(--kd-left)',
    boxSizing: 'border-box',
    width: 'calc(100cqw - var(--kd-left) - var(--kd-right))',
    maxWidth: '100%',
    padding: '0 10px',
  },
  '& .kd-cell:focus-visible, & .kd-strip:focus-visible': {
    outline: `2px solid ${palette.primary.main}`,
    outlineOffset: -3,
    borderRadius: 5,
  },
});

/** Tick boxes drawn in the theme's colours. */
export const tickBoxes = ({ palette }: Theme): CSSObject => ({
  '& .kd-tick': {
    left: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    '& input': {
      position: 'relative',
      appearance: 'none',
      width: 16,
      height: 16,
      margin: 0,
      cursor: 'pointer',
      borderRadius: 4,
      border: `1px solid ${palette.house.outline}`,
      backgroundColor: palette.background.paper,
      display: 'grid',
      placeContent: 'center',
      '&::before': {
        content: '""',
        width: 10,
        height: 10,
        transform: 'scale(0)',
        backgroundColor: palette.primary.contrastText,
      },
      // The whole cell ticks, not only the small box.
      '&::after': { content: '""', position: 'absolute', inset: -13 },
      '&:checked, &:indeterminate': {
        backgroundColor: palette.primary.main,
        borderColor: palette.primary.main,
      },
      '&:checked::before': {
        transform: 'scale(1)',
        clipPath: 'polygon(14% 47%, 2% 60%, 40% 94%, 98% 20%, 85% 9%, 38% 68%)',
      },
      '&:indeterminate::before': { transform: 'scale(1)', clipPath: 'inset(40% 5%)' },
      '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 },
    },
  },
});

/** Row actions: quiet until the row is looked at. */
export const actions = ({ palette }: Theme): CSSObject => ({
  '& .kd-actions': {
    right: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    paddingRight: 12,
    // What scrolls under the buttons fades instead of being cut.
    '&::before': {
      content: '""',
      position: 'absolute',
      inset: '1px 100% 1px auto',
      width: 28,
      background: 'linear-gradient(to right, transparent, var(--kd-ground))',
      pointerEvents: 'none',
    },
    '& > span': { width: ACTION_WIDTH },
    '& button': {
      all: 'unset',
      boxSizing: 'border-box',
      display: 'grid',
      placeContent: 'center',
      width: ACTION_WIDTH,
      height: 30,
      borderRadius: 6,
      cursor: 'pointer',
      opacity: 0.66,
      color: palette.text.secondary,
      '& svg': { width: 17, height: 17, fill: 'currentColor' },
      '&:hover': {
        backgroundColor: palette.mode === 'dark' ? '#ffffff14' : '#1b1d2412',
        color: palette.text.primary,
      },
      '&.danger:hover': { color: palette.error.main },
      '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
    },
  },
  '& .kd-actions button.steady, & .kd-row:hover .kd-actions button, & .kd-row:focus-within .kd-actions button':
    {
      opacity: 1,
    },
});
