import Button from '@mui/material/Button';
import { mdiLayersOffOutline } from '@mdi/js';
import { useMemo, type ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { useKeysOf } from '@renderer/api/use-keys';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';
import { AllHeader } from '@renderer/environments/AllHeader';
import { ConsoleTrouble } from '@renderer/environments/ConsoleTrouble';
import { EnvironmentHeader } from '@renderer/environments/EnvironmentHeader';
import type { RenderExtra, RenderKeys } from '@renderer/environments/EnvironmentsScreen';
import { PanelSkeleton } from '@renderer/environments/EnvironmentsSkeleton';
import { environmentEntries, type TabEntry } from '@renderer/environments/tab-entry';
import { EmptyState } from '@renderer/shared/EmptyState';
import { useReportUsable } from '@renderer/shared/usable';

export interface EnvironmentPanelProps {
  entry: TabEntry;
  known: readonly ConsoleEnvironments[];
  renderKeys: RenderKeys;
  renderTools?: RenderExtra | undefined;
  allTools?: ReactNode;
  renderNotice?: RenderExtra | undefined;
}

/** What the chosen tab shows. */
export function EnvironmentPanel(props: EnvironmentPanelProps): ReactNode {
  const { entry, known, renderKeys, renderTools, renderNotice } = props;
  const single = useMemo(() => (entry.kind === 'environment' ? [entry.environment] : []), [entry]);
  switch (entry.kind) {
    case 'console':
      return entry.error === null ? (
        <PanelSkeleton />
      ) : (
        <ConsoleTrouble console={entry.console} error={entry.error} />
      );
    case 'environment':
      return (
        <>
          <EnvironmentHeader entry={entry} tools={renderTools?.(entry)} />
          {renderNotice?.(entry)}
          <UsableWhenRead environments={single} />
          {renderKeys(single)}
        </>
      );
    case 'all':
      return <Everything known={known} renderKeys={renderKeys} allTools={props.allTools} />;
  }
}

function Everything({
  known,
  renderKeys,
  allTools,
}: Pick<EnvironmentPanelProps, 'known' | 'renderKeys' | 'allTools'>): ReactNode {
  const environments = environmentEntries(known).map(({ environment }) => environment);
  if (environments.length === 0) return <NoEnvironments known={known} />;
  return (
    <>
      <AllHeader known={known} tools={allTools} />
      <UsableWhenRead environments={environments} />
      {renderKeys(environments)}
    </>
  );
}

function NoEnvironments({ known }: { known: readonly ConsoleEnvironments[] }): ReactNode {
  useReportUsable(true);
  return (
    <EmptyState
      icon={mdiLayersOffOutline}
      title="No environments"
      actions={
        <Button
          variant="outlined"
          onClick={() => known.forEach(({ environments }) => environments.refresh())}
        >
          Try again
        </Button>
      }
    >
      Your consoles show you no environment. They may exist and not be yours to see; ask the administrator of
      the console.
    </EmptyState>
  );
}

/** The window can be used once the first keys are there, or it is clear that they do not come. */
function UsableWhenRead({ environments }: { environments: readonly Environment[] }): ReactNode {
  useReportUsable(useKeysOf(environments).some(({ loading }) => !loading));
  return null;
}
