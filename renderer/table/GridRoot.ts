import { styled, type Theme } from '@mui/material/styles';
import type { CSSObject } from '@mui/material/styles';
import { HEADING_HEIGHT, PINNED_AT, ROW_HEIGHT } from './table-layout';

/**
 * The grid's scrolling box with the looks of everything inside: one style sheet for all rows, since a styled
 * component per cell is what makes tables slow.
 */
export const GridRoot = styled('div')(({ theme }) => ({
  position: 'absolute',
  inset: 0,
  overflow: 'auto',
  outline: 'none',
  containerType: 'inline-size',
  backgroundColor: theme.palette.background.default,
  '& .kd-content': { position: 'relative', minHeight: '100%' },
  '& .kd-row, & .kd-heading': {
    display: 'grid',
    gridTemplateColumns: 'var(--kd-tracks)',
    alignItems: 'stretch',
  },
  ...headings(theme),
  ...rows(theme),
  ...cells(theme),
  ...tickBoxes(theme),
  ...actions(theme),
}));

const headings = ({ palette }: Theme): CSSObject => ({
  '& .kd-heading': {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    height: HEADING_HEIGHT,
    backgroundColor: palette.house.sunken,
    boxShadow: `inset 0 1px ${palette.house.line}, inset 0 -1px ${palette.house.line}`,
    '& > *': { display: 'flex', alignItems: 'center', minWidth: 0 },
    '& .kd-pinned, & .kd-actions': { backgroundColor: 'inherit', boxShadow: 'inherit' },
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

const rows = ({ palette }: Theme): CSSObject => ({
  '& .kd-row': {
    position: 'absolute',
    left: 0,
    right: 0,
    height: ROW_HEIGHT,
    backgroundColor: palette.background.default,
    boxShadow: `inset 0 -1px ${palette.house.line}`,
    '&:hover': { backgroundColor: palette.house.hover },
    '&[aria-selected="true"]': { backgroundColor: palette.house.chosen },
    '& .kd-pinned, & .kd-actions': { backgroundColor: 'inherit', boxShadow: 'inherit' },
  },
  '& .kd-pinned': { position: 'sticky', left: PINNED_AT, zIndex: 1 },
  '& .kd-tick': { position: 'sticky', left: 0, zIndex: 1, backgroundColor: 'inherit', boxShadow: 'inherit' },
});

const cells = ({ palette }: Theme): CSSObject => ({
  '& .kd-cell': {
    minWidth: 0,
    padding: '0 10px',
    lineHeight: `${ROW_HEIGHT - 1}px`,
    fontSize: '0.8125rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
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

const tickBoxes = ({ palette }: Theme): CSSObject => ({
  '& .kd-tick': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    '& input': {
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

const actions = ({ palette }: Theme): CSSObject => ({
  '& .kd-actions': {
    position: 'sticky',
    right: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    paddingRight: 12,
    '& button': {
      all: 'unset',
      boxSizing: 'border-box',
      display: 'grid',
      placeContent: 'center',
      width: 32,
      height: 30,
      borderRadius: 6,
      cursor: 'pointer',
      opacity: 0,
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
