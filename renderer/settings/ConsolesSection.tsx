import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiPlus } from '@mdi/js';
import type { ReactNode } from 'react';
import { VENDOR_LIST } from '@core/domain/vendor';
import { useConsoles } from '@renderer/api/queries';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { ConsoleItem } from '@renderer/settings/ConsoleItem';
import { Section } from '@renderer/settings/Section';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Icon } from '@renderer/shared/Icon';

/** The consoles, each with its way to be edited and removed. */
export function ConsolesSection(): ReactNode {
  const { data: consoles = [], error, loading, refresh } = useConsoles();
  const { add, openPractice, openingPractice } = useConsoleCommands();
  const revokeOnly = useRevokeOnly();
  return (
    <Section title="Consoles" note="Credentials are in the keychain, addresses in Keydesk’s settings file.">
      {error !== null && (
        <ErrorNotice title="The consoles could not be read" error={error} onRetry={refresh} />
      )}
      {consoles.length > 0 && (
        <Box
          component="ul"
          aria-label="Consoles"
          sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'house.line', borderRadius: '8px' }}
        >
          {consoles.map((console) => (
            <ConsoleItem key={console.id} console={console} />
          ))}
        </Box>
      )}
      {consoles.length === 0 && !loading && error === null && (
        <Typography color="textSecondary">There is no console yet.</Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {!revokeOnly && (
          <Button variant="outlined" startIcon={<Icon path={mdiPlus} />} onClick={add}>
            Add a console
          </Button>
        )}
        {VENDOR_LIST.some(
          ({ id }) => !consoles.some(({ practice, vendor }) => practice && vendor === id),
        ) && (
          <Button loading={openingPractice} onClick={openPractice}>
            Open the practice console
          </Button>
        )}
      </Box>
    </Section>
  );
}
