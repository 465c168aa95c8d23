import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useSettings } from '@renderer/api/queries';
import { AboutSection } from '@renderer/settings/AboutSection';
import { AppearanceSection } from '@renderer/settings/AppearanceSection';
import { ConsolesSection } from '@renderer/settings/ConsolesSection';
import { KeychainSection } from '@renderer/settings/KeychainSection';
import { LastKnownSection } from '@renderer/settings/LastKnownSection';
import { NetworkSection } from '@renderer/settings/NetworkSection';
import { PolicySection } from '@renderer/settings/PolicySection';
import { RevokeOnlySection } from '@renderer/settings/RevokeOnlySection';
import { SecretsSection } from '@renderer/settings/SecretsSection';
import { SignaturesSection } from '@renderer/settings/SignaturesSection';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useReportUsable } from '@renderer/shared/usable';

/** Everything that can be set, and what is known of Keydesk itself. */
export function SettingsScreen(): ReactNode {
  const { data: settings, error, refresh } = useSettings();
  useReportUsable(settings !== undefined);
  return (
    <Box sx={{ flex: 1, overflow: 'auto', userSelect: 'text' }}>
      <Box sx={{ maxWidth: 860, px: 4, pt: 3, pb: 6 }}>
        <Typography variant="h1" sx={{ mb: 2.5 }}>
          Settings
        </Typography>
        {error !== null && (
          <ErrorNotice title="The settings could not be read" error={error} onRetry={refresh} />
        )}
        {settings === undefined && error === null && <Skeleton variant="rounded" height={240} />}
        {settings !== undefined && (
          <>
            <ConsolesSection />
            <AppearanceSection settings={settings} />
            <SecretsSection settings={settings} />
            <RevokeOnlySection settings={settings} />
            <PolicySection settings={settings} />
            <NetworkSection settings={settings} />
          </>
        )}
        <SignaturesSection />
        <LastKnownSection />
        <KeychainSection />
        <AboutSection />
      </Box>
    </Box>
  );
}
