import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiLockOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { useUnlock } from '@renderer/api/app-mutations';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Icon } from '@renderer/shared/Icon';
import { useReportUsable } from '@renderer/shared/usable';

/** What stands in place of everything while Keydesk is locked; nothing of the screens is in the page then. */
export function LockScreen(): ReactNode {
  const unlock = useUnlock();
  useReportUsable(true);
  return (
    <Box
      component="main"
      sx={{
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        textAlign: 'center',
        gap: 1.5,
        p: 4,
      }}
    >
      <Box sx={{ color: 'text.secondary', lineHeight: 0 }}>
        <Icon path={mdiLockOutline} size="large" />
      </Box>
      <Typography variant="h1">Keydesk is locked</Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 440 }}>
        Shown secrets, sign-ins and Keydesk’s own clipboard content were cleared. The lock keeps passing eyes
        out; it does not ask who you are, so lock your computer’s session when you leave it.
      </Typography>
      <Button
        variant="contained"
        autoFocus
        loading={unlock.busy}
        onClick={() => void unlock.run()}
        sx={{ mt: 1 }}
      >
        Unlock
      </Button>
      {unlock.error !== null && <ErrorNotice error={unlock.error} />}
    </Box>
  );
}
