import Button from '@mui/material/Button';
import { mdiFileExportOutline } from '@mdi/js';
import { Suspense, type ReactNode } from 'react';
import type { EnvironmentRef } from '@core/domain/environment';
import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { chunk } from '@renderer/shared/chunk';
import { Icon } from '@renderer/shared/Icon';
import { useAsked } from '@renderer/shared/use-asked';
import type { ExportInventoryProps } from './ExportInventory';

const ExportInventory = chunk<ExportInventoryProps>(
  async () => (await import('./ExportInventory')).ExportInventory,
);

/** Opens *Export inventory*, at an environment where one is given. */
export function ExportInventoryButton({ initial }: { initial?: EnvironmentRef }): ReactNode {
  const asked = useAsked<true>();
  const { data: consoles = [] } = useConsoles();
  const environments = useAllEnvironments(consoles).flatMap((known) => known.environments.data ?? []);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiFileExportOutline} />}
        disabled={environments.length === 0}
        onClick={() => asked.ask(true)}
      >
        Export inventory
      </Button>
      <Suspense fallback={null}>
        {asked.request !== null && (
          <ExportInventory
            key={asked.turn}
            environments={environments}
            consoles={consoles}
            initial={initial}
            open={asked.open}
            onClose={asked.close}
          />
        )}
      </Suspense>
    </>
  );
}
