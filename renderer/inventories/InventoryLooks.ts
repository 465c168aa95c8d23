import { styled } from '@mui/material/styles';
import { KeyLooks } from '@renderer/key-table/KeyLooks';
import { statusDot } from '@renderer/shared/status-dot';

/** The room of an inventory's table, with the looks of decisions. */
export const InventoryLooks = styled(KeyLooks)(({ theme: { palette } }) => ({
  minWidth: 0,
  '& .review-decision': {
    ...statusDot(palette.text.primary),
    '&.none': { color: palette.text.secondary },
    '&.none::before': { display: 'none' },
    '&.keep::before': { color: palette.success.main, backgroundColor: 'currentColor' },
    '&.restrict::before, &.replace::before': {
      color: palette.warning.main,
      backgroundColor: 'currentColor',
    },
    '&.ask::before': { color: palette.info.main },
    '&.revoke': { color: palette.error.main },
    '&.revoke::before': { backgroundColor: 'currentColor' },
  },
  // The key beside the table, also while the focus is there.
  '& .kd-row:has(.review-current)': {
    '--kd-ground': palette.house.chosen,
    '& .kd-tick': { borderLeft: `3px solid ${palette.primary.main}` },
  },
}));

/** What a window that is not high leaves out or puts on one line, so that there is room for keys. */
export const LOW = '@media (max-height: 699px)';

/** Where the table and what is beside it share the room: side by side, or one above the other in a small window. */
export const Sides = styled('div')(({ theme: { palette } }) => ({
  display: 'flex',
  flex: 1,
  minHeight: 0,
  '& > aside': {
    flex: 'none',
    width: 348,
    overflow: 'auto',
    borderLeft: `1px solid ${palette.house.line}`,
    backgroundColor: palette.background.paper,
  },
  '@media (max-width: 1079px)': {
    flexDirection: 'column',
    '& > aside': {
      width: 'auto',
      maxHeight: '42%',
      borderLeft: 'none',
      borderTop: `1px solid ${palette.house.line}`,
    },
  },
}));
