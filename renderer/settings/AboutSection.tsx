import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiOpenInNew } from '@mdi/js';
import type { ReactNode } from 'react';
import { useOpenLink } from '@renderer/api/app-mutations';
import { useStatus } from '@renderer/api/queries';
import { Section } from '@renderer/settings/Section';
import { Facts } from '@renderer/shared/Facts';
import { Icon } from '@renderer/shared/Icon';
import { Mono } from '@renderer/shared/Mono';

/** Versions, folders, and the vendors' own pages. */
export function AboutSection(): ReactNode {
  const { data: status } = useStatus();
  const { run } = useOpenLink();
  const link = <Icon path={mdiOpenInNew} size="small" />;
  return (
    <Section title="About">
      {status !== undefined && (
        <Facts
          facts={[
            { name: 'Keydesk', value: status.version },
            { name: 'Electron', value: status.electron },
            { name: 'Training data', value: <Mono wrap>{status.trainingFolder}</Mono> },
          ]}
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button size="small" variant="outlined" endIcon={link} onClick={() => void run('qodly-api-keys')}>
          Qodly on API keys
        </Button>
        <Button size="small" variant="outlined" endIcon={link} onClick={() => void run('qodly-rest')}>
          Qodly on REST requests
        </Button>
      </Box>
    </Section>
  );
}
