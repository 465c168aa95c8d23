import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { FirstRun } from '@renderer/consoles/FirstRun';
import { allTools, environmentNotice, environmentTools } from '@renderer/EnvironmentExtras';
import { EnvironmentsScreen } from '@renderer/environments/EnvironmentsScreen';
import { EnvironmentsSkeleton } from '@renderer/environments/EnvironmentsSkeleton';
import { KeysScreen } from '@renderer/keys/KeysScreen';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';

export interface KeysPageProps {
  /** The id of the chosen tab; null before a choice. */
  selected: string | null;
  onSelect: (id: string) => void;
  onSwitch: () => void;
}

/** The first screen: the way in for newcomers, the environments with their keys for everyone else. */
export function KeysPage({ selected, onSelect, onSwitch }: KeysPageProps): ReactNode {
  const { data: consoles, error, refresh } = useConsoles();
  const known = useAllEnvironments(consoles ?? []);
  if (consoles === undefined && error !== null) {
    return (
      <Box sx={{ p: 3, maxWidth: 640 }}>
        <ErrorNotice title="The consoles could not be read" error={error} onRetry={refresh} />
      </Box>
    );
  }
  if (consoles === undefined) return <EnvironmentsSkeleton />;
  if (consoles.length === 0) return <FirstRun />;
  return (
    <EnvironmentsScreen
      consoles={consoles}
      known={known}
      selected={selected}
      onSelect={onSelect}
      onSwitch={onSwitch}
      renderTools={environmentTools}
      allTools={allTools}
      renderNotice={environmentNotice}
      renderKeys={(environments) => <KeysScreen environments={environments} consoles={consoles} />}
    />
  );
}
