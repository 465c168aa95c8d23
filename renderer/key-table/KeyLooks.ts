import { styled, type CSSObject, type Theme } from '@mui/material/styles';
import { statusDot } from '@renderer/shared/status-dot';
import { MONO } from '@renderer/theme/tokens';

/** The room of the key table, with the looks of what its cells hold: one style sheet instead of one per cell. */
export const KeyLooks = styled('div')(({ theme }) => ({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minHeight: 0,
  '& .key-code': { fontFamily: MONO, fontSize: '0.75rem', letterSpacing: 0 },
  ...status(theme),
  ...marks(theme),
  '& .key-saved': { color: theme.palette.warning.main },
  ...findings(theme),
  '& .key-absent': { color: theme.palette.text.secondary },
}));

const status = ({ palette }: Theme): CSSObject => ({
  '& .key-status': {
    ...statusDot(palette.text.primary, palette.text.secondary),
    '&.active::before': { color: palette.success.main, backgroundColor: 'currentColor' },
    '&.expiring::before': { color: palette.warning.main, backgroundColor: 'currentColor' },
    '&.expired::before, &.revoked::before': { color: palette.error.main },
    '&.activating::before': { color: palette.info.main },
    '&.expiring': { color: palette.warning.main },
    '&.expired, &.revoked': { color: palette.error.main },
  },
});

const findings = ({ palette }: Theme): CSSObject => ({
  '& .key-finding': {
    ...statusDot(palette.text.primary, palette.text.secondary),
    '&.high::before': { color: palette.error.main, backgroundColor: 'currentColor' },
    '&.medium::before': { color: palette.warning.main, backgroundColor: 'currentColor' },
  },
});

const marks = ({ palette }: Theme): CSSObject => ({
  '& .key-place': {
    display: 'flex',
    alignItems: 'center',
    gap: 7,
    height: '100%',
    '& > :first-child': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  },
  '& .key-badge': {
    display: 'inline-block',
    padding: '0 7px',
    lineHeight: '20px',
    borderRadius: 5,
    fontSize: '0.75rem',
    fontWeight: 550,
    color: palette.warning.main,
    backgroundColor: palette.warning.light,
  },
  '& .key-turn': {
    flex: 'none',
    padding: '0 5px',
    borderRadius: 4,
    border: '1px solid currentColor',
    lineHeight: '15px',
    fontSize: '0.625rem',
    fontWeight: 600,
    color: palette.text.secondary,
  },
  '& .key-production': {
    display: 'inline-block',
    flex: 'none',
    padding: '0 5px',
    borderRadius: 4,
    border: '1px solid currentColor',
    lineHeight: '15px',
    fontSize: '0.625rem',
    fontWeight: 700,
    letterSpacing: '0.05em',
    color: palette.house.production,
    backgroundColor: palette.house.productionSoft,
  },
});
