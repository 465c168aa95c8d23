import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { mdiAlertCircleOutline, mdiAlertOutline, mdiCheck, mdiClose, mdiInformationOutline } from '@mdi/js';
import type { ReactNode, Ref } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import type { Tone } from '@renderer/shared/Notice';

const ICONS: Record<Tone, string> = {
  info: mdiInformationOutline,
  success: mdiCheck,
  warning: mdiAlertOutline,
  error: mdiAlertCircleOutline,
};

export interface NotificationCardProps {
  message: string;
  tone: Tone;
  onDismiss: () => void;
  ref?: Ref<HTMLDivElement>;
}

/** The look of one passing message; the live region beside it is what readers hear. */
export function NotificationCard({ message, tone, onDismiss, ref }: NotificationCardProps): ReactNode {
  return (
    <Paper
      ref={ref}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        pl: 1.5,
        pr: 0.75,
        py: 0.75,
        maxWidth: 520,
        border: 1,
        borderColor: 'house.line',
        borderRadius: 2,
        boxShadow: '0 8px 28px rgb(10 12 22 / 0.18)',
      }}
    >
      <Icon path={ICONS[tone]} color={tone === 'info' ? 'primary' : tone} />
      <Typography aria-hidden sx={{ flex: 1, overflowWrap: 'anywhere' }}>
        {message}
      </Typography>
      <IconAction label="Dismiss" icon={mdiClose} size="small" onClick={onDismiss} />
    </Paper>
  );
}
