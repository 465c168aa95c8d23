import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  mdiAlertCircleOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiInformationOutline,
} from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';

/** How grave a notice is. */
export type Tone = 'info' | 'success' | 'warning' | 'error';

export interface NoticeProps {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons under or beside the text. */
  actions?: ReactNode;
  /** Announced at once (`alert`), politely (`status`), or not at all. */
  role?: 'alert' | 'status';
}

const ICONS: Record<Tone, string> = {
  info: mdiInformationOutline,
  success: mdiCheckCircleOutline,
  warning: mdiAlertOutline,
  error: mdiAlertCircleOutline,
};

/** A framed remark inside a screen or a dialog. */
export function Notice({ tone, title, children, actions, role }: NoticeProps): ReactNode {
  return (
    <Box
      role={role}
      sx={{
        display: 'flex',
        gap: 1.25,
        p: 1.5,
        borderRadius: 1,
        border: 1,
        borderColor: (theme) => `color-mix(in srgb, ${theme.palette[tone].main} 28%, transparent)`,
        backgroundColor: `${tone}.light`,
      }}
    >
      <Box sx={{ color: `${tone}.main`, lineHeight: 0, pt: '1px' }}>
        <Icon path={ICONS[tone]} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {title !== undefined && (
          <Typography variant="subtitle2" sx={{ mb: 0.5 }}>
            {title}
          </Typography>
        )}
        {children}
        {actions !== undefined && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.25 }}>{actions}</Box>
        )}
      </Box>
    </Box>
  );
}
