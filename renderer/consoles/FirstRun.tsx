import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiFolderOpenOutline, mdiKeyVariant, mdiPlus, mdiSchoolOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { useOfferFile } from '@renderer/api/offer-file';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { Icon } from '@renderer/shared/Icon';
import { useNotify } from '@renderer/shared/Notifications';
import { useReportUsable } from '@renderer/shared/usable';
import { Way } from '@renderer/shared/Way';

/** What a newcomer sees: what Keydesk is, and the ways to begin. */
export function FirstRun(): ReactNode {
  useReportUsable(true);
  return (
    <Box
      sx={{
        flex: 1,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        p: 4,
        overflow: 'auto',
      }}
    >
      <Box sx={{ maxWidth: 620, m: 'auto' }}>
        <Box
          sx={{
            display: 'inline-flex',
            p: 1.25,
            mb: 2,
            borderRadius: '12px',
            color: 'primary.contrastText',
            backgroundColor: 'primary.main',
          }}
        >
          <Icon path={mdiKeyVariant} size="large" />
        </Box>
        <Typography variant="h1" sx={{ mb: 1 }}>
          Every API key, on every console, in one window
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 3, fontSize: '0.875rem', maxWidth: 520 }}>
          Keydesk creates, shows, edits and revokes the keys of all your environments. Your credentials go to
          this computer’s keychain, never into a file.
        </Typography>
        <Ways />
        <OpenInventory />
      </Box>
    </Box>
  );
}

function Ways(): ReactNode {
  const { add, openPractice, openingPractice } = useConsoleCommands();
  const revokeOnly = useRevokeOnly();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 2 }}>
      {!revokeOnly && (
        <Way
          title="Your own console"
          text="Its address and your sign-in. Keydesk tests them before it keeps anything."
          action={
            <Button variant="contained" startIcon={<Icon path={mdiPlus} />} onClick={add}>
              Add a console
            </Button>
          }
        />
      )}
      <Way
        title="Just looking"
        text="One console of each vendor that runs inside Keydesk, with training data. Its keys really work, and only here."
        action={
          <Button
            variant="outlined"
            startIcon={<Icon path={mdiSchoolOutline} />}
            loading={openingPractice}
            onClick={openPractice}
          >
            Open the practice console
          </Button>
        }
      />
    </Box>
  );
}

/** For those who review what others exported: no console is needed. */
function OpenInventory(): ReactNode {
  const { run, busy } = useOfferFile();
  const notify = useNotify();
  const choose = async (): Promise<void> => {
    const outcome = await run();
    if (!outcome.ok) notify(outcome.error.message, 'error');
  };
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mt: 2 }}>
      <Typography color="textSecondary">Got a file to review? It needs no console.</Typography>
      <Button
        size="small"
        startIcon={<Icon path={mdiFolderOpenOutline} />}
        loading={busy}
        loadingPosition="start"
        onClick={() => void choose()}
      >
        Open inventory
      </Button>
    </Box>
  );
}
