import { styled } from '@mui/material/styles';
import { statusDot } from '@renderer/shared/status-dot';

/** The room of the log, with the looks of what its cells hold. */
export const ActivityLooks = styled('div')(({ theme: { palette } }) => ({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  '& .activity-result': {
    ...statusDot(palette.text.primary),
    '&.good::before': { color: palette.success.main, backgroundColor: 'currentColor' },
    '&.open': { color: palette.warning.main },
    '&.bad': { color: palette.error.main },
    '&.bad::before': { backgroundColor: 'currentColor' },
  },
}));
