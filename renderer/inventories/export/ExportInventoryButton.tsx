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

/** Opens *Export inventory*, at an environment where one is given. No console is asked before. */
export function ExportInventoryButton({ initial }: { initial?: EnvironmentRef }): ReactNode {
  const asked = useAsked<true>();
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiFileExportOutline} />}
        onClick={() => asked.ask(true)}
      >
        Export inventory
      </Button>
      {asked.request !== null && (
        <OverAll key={asked.turn} initial={initial} open={asked.open} onClose={asked.close} />
      )}
    </>
  );
}

function OverAll(props: Pick<ExportInventoryProps, 'initial' | 'open' | 'onClose'>): ReactNode {
  const { data: consoles = [] } = useConsoles();
  const environments = useAllEnvironments(consoles).flatMap((known) => known.environments.data ?? []);
  return (
    <Suspense fallback={null}>
      <ExportInventory {...props} environments={environments} consoles={consoles} />
    </Suspense>
  );
}
