import Button from '@mui/material/Button';
import { mdiLayersOffOutline } from '@mdi/js';
import { useMemo, type ReactNode } from 'react';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';
import { AllHeader } from '@renderer/environments/AllHeader';
import { ConsoleTrouble } from '@renderer/environments/ConsoleTrouble';
import { EnvironmentHeader } from '@renderer/environments/EnvironmentHeader';
import type { RenderKeys } from '@renderer/environments/EnvironmentsScreen';
import { environmentEntries, type TabEntry } from '@renderer/environments/tab-entry';
import { EmptyState } from '@renderer/shared/EmptyState';
import { useReportUsable } from '@renderer/shared/usable';

export interface EnvironmentPanelProps {
  entry: TabEntry;
  known: readonly ConsoleEnvironments[];
  renderKeys: RenderKeys;
}

/** What the chosen tab shows. */
export function EnvironmentPanel({ entry, known, renderKeys }: EnvironmentPanelProps): ReactNode {
  const single = useMemo(() => (entry.kind === 'environment' ? [entry.environment] : []), [entry]);
  switch (entry.kind) {
    case 'console':
      return <Trouble entry={entry} />;
    case 'environment':
      return (
        <>
          <EnvironmentHeader entry={entry} />
          {renderKeys(single)}
        </>
      );
    case 'all':
      return <Everything known={known} renderKeys={renderKeys} />;
  }
}

function Trouble({ entry }: { entry: Extract<TabEntry, { kind: 'console' }> }): ReactNode {
  useReportUsable(true);
  return <ConsoleTrouble console={entry.console} error={entry.error} />;
}

function Everything({ known, renderKeys }: Pick<EnvironmentPanelProps, 'known' | 'renderKeys'>): ReactNode {
  const entries = environmentEntries(known);
  if (entries.length === 0) return <NoEnvironments known={known} />;
  return (
    <>
      <AllHeader known={known} />
      {renderKeys(entries.map(({ environment }) => environment))}
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
