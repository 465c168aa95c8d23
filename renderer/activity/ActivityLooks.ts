import { styled } from '@mui/material/styles';

/** The room of the log, with the looks of what its cells hold. */
export const ActivityLooks = styled('div')(({ theme: { palette } }) => ({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  '& .activity-result': {
    display: 'flex',
    alignItems: 'center',
    gap: 7,
    height: '100%',
    color: palette.text.primary,
    '&::before': {
      content: '""',
      boxSizing: 'border-box',
      width: 7,
      height: 7,
      flex: 'none',
      borderRadius: '50%',
      border: '1.5px solid currentColor',
    },
    '&.good::before': { color: palette.success.main, backgroundColor: 'currentColor' },
    '&.open': { color: palette.warning.main },
    '&.bad': { color: palette.error.main },
    '&.bad::before': { backgroundColor: 'currentColor' },
  },
}));
