import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { mdiAlertOutline, mdiInformationOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';

export interface BannerProps {
  tone: 'info' | 'warning' | 'error';
  children: ReactNode;
  actions?: ReactNode;
}

/** A strip over the whole width for what concerns every screen. */
export function Banner({ tone, children, actions }: BannerProps): ReactNode {
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        px: 2,
        minHeight: 40,
        py: 0.5,
        borderBottom: 1,
        borderColor: 'house.line',
        backgroundColor: `${tone}.light`,
      }}
    >
      <Box sx={{ color: `${tone}.main`, lineHeight: 0 }}>
        <Icon path={tone === 'info' ? mdiInformationOutline : mdiAlertOutline} />
      </Box>
      <Typography component="div" sx={{ flex: 1, minWidth: 0 }}>
        {children}
      </Typography>
      {actions}
    </Box>
  );
}
