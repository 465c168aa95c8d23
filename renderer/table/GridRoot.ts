import { styled, type CSSObject } from '@mui/material/styles';
import { actions, cells, headings, rows, tickBoxes } from './grid-looks';
import { HEADING_HEIGHT } from './table-layout';

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
    backgroundColor: 'var(--kd-ground)',
    boxShadow: 'var(--kd-lines)',
  },
  // What stays in view while the rest scrolls under it.
  '& .kd-tick, & .kd-pinned, & .kd-actions': {
    position: 'sticky',
    zIndex: 1,
    backgroundColor: 'var(--kd-ground)',
    boxShadow: 'var(--kd-lines)',
  },
  // For readers only.
  '& .kd-unseen': {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  ...intoView,
  ...headings(theme),
  ...rows(theme),
  ...cells(theme),
  ...tickBoxes(theme),
  ...actions(theme),
}));

/** What gets the focus comes fully into view: not under the heading, nor under what stays at either side. */
const intoView: CSSObject = {
  '& .kd-row [data-stop]': { scrollMarginTop: HEADING_HEIGHT },
  '& .kd-cell:not(.kd-pinned), & [role="columnheader"]:not(.kd-pinned, .kd-tick) button': {
    scrollMarginLeft: 'var(--kd-left)',
    scrollMarginRight: 'var(--kd-right)',
  },
};
