import { useState, type ReactNode } from 'react';
import type { AppClient } from '@renderer/api/client';
import { ClientProvider } from '@renderer/api/ClientProvider';
import { useSettings, useStatus } from '@renderer/api/queries';
import { createQueryClient } from '@renderer/api/query-client';
import { ConsoleDialogs } from '@renderer/consoles/ConsoleDialogs';
import { PlaceDialogs } from '@renderer/PlaceDialogs';
import { NotificationsProvider } from '@renderer/shared/Notifications';
import { ErrorBoundary } from '@renderer/shell/ErrorBoundary';
import { LockScreen } from '@renderer/shell/LockScreen';
import { PaintReporter } from '@renderer/shell/PaintReporter';
import { AppTheme } from '@renderer/theme/AppTheme';
import { Workspace } from '@renderer/Workspace';

/** Keydesk's window over a client. */
export function App({ client }: { client: AppClient }): ReactNode {
  const [queries] = useState(createQueryClient);
  return (
    <ClientProvider client={client} queries={queries}>
      <PaintReporter>
        <Dressed />
      </PaintReporter>
    </ClientProvider>
  );
}

function Dressed(): ReactNode {
  const { data: settings } = useSettings();
  return (
    <AppTheme choice={settings?.theme ?? 'system'}>
      <ErrorBoundary>
        <Guarded />
      </ErrorBoundary>
    </AppTheme>
  );
}

/** SECURITY: a lock takes everything out of the page; no shown secret or typed credential stays behind it. */
function Guarded(): ReactNode {
  const { data: status } = useStatus();
  if (status?.locked === true) return <LockScreen />;
  return (
    <NotificationsProvider>
      <ConsoleDialogs>
        <PlaceDialogs>
          <Workspace />
        </PlaceDialogs>
      </ConsoleDialogs>
    </NotificationsProvider>
  );
}
