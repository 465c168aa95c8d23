import { styled } from '@mui/material/styles';
import { KeyLooks } from '@renderer/key-table/KeyLooks';
import { statusDot } from '@renderer/shared/status-dot';

/** The room of a plan, with the looks of where its rows are. */
export const PlanLooks = styled(KeyLooks)(({ theme: { palette } }) => ({
  minWidth: 0,
  '& .plan-state': {
    ...statusDot(palette.text.primary, palette.text.secondary),
    '&.good::before': { color: palette.success.main, backgroundColor: 'currentColor' },
    '&.chosen::before': { color: palette.primary.main, backgroundColor: 'currentColor' },
    '&.doubtful': { color: palette.warning.main },
    '&.doubtful::before, &.bad::before': { color: 'inherit' },
    '&.bad': { color: palette.error.main },
  },
}));
