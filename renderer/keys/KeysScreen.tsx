import Box from '@mui/material/Box';
import { Suspense, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import { chunk } from '@renderer/shared/chunk';
import { FilterBar } from '@renderer/key-table/FilterBar';
import { KeyContent } from './KeyContent';
import type { KeyDialogsProps } from './KeyDialogs';
import { KeyLooks } from '@renderer/key-table/KeyLooks';
import { canCreate, createVerb } from './key-rights';
import { KeyToolbar } from './KeyToolbar';
import { ReadOnlyNotice } from './ReadOnlyNotice';
import { SelectionBar } from './SelectionBar';
import { oldest } from './troubles';
import { useKeyDialogs } from './use-key-dialogs';
import { useKeyRows } from './use-key-rows';
import { useKeyView } from '@renderer/key-table/use-key-view';
import { WaitingSecrets } from './WaitingSecrets';

const KeyDialogs = chunk<KeyDialogsProps>(async () => (await import('./KeyDialogs')).KeyDialogs);

export interface KeysScreenProps {
  /** One environment, or all of them together. */
  readonly environments: readonly Environment[];
  readonly consoles: readonly ConsoleView[];
}

/** The keys of one environment, or of many in one table. */
export function KeysScreen({ environments, consoles }: KeysScreenProps): ReactNode {
  // Search, selection and an open dialog belong to what is shown; another tab starts afresh.
  const shown = environments.map(environmentKey).join('\n');
  return <Keys key={shown} environments={environments} consoles={consoles} />;
}

function Keys({ environments, consoles }: KeysScreenProps): ReactNode {
  const rows = useKeyRows(environments, consoles);
  const view = useKeyView(rows.source);
  const dialogs = useKeyDialogs();
  const { sources, source, places, judging, now } = rows;
  const open = [...places.values()].filter(canCreate);
  const verb = open.length === 0 ? null : createVerb(open);
  return (
    <KeyLooks>
      <WaitingSecrets
        consoles={consoles}
        current={dialogs.dialog?.kind === 'created' ? dialogs.dialog.created.handle : null}
        onOpen={(created) => dialogs.open({ kind: 'created', created })}
      />
      <ReadOnlyNotice places={places} />
      <KeyToolbar
        view={view}
        columns={source.columns}
        refreshing={sources.every(({ loading, refreshing }) => loading || refreshing)}
        onRefresh={() => sources.forEach(({ refresh }) => refresh())}
        createVerb={verb}
        onCreate={() => dialogs.open({ kind: 'create' })}
      />
      <Box sx={LINE}>
        {view.selected.length > 0 ? (
          <SelectionBar view={view} onBulk={dialogs.openBulk} />
        ) : (
          <FilterBar
            view={view}
            asOf={oldest(sources)}
            again={sources.some(({ refreshing }) => refreshing)}
          />
        )}
      </Box>
      <KeyContent rows={rows} view={view} dialogs={dialogs} createVerb={verb} />
      <Suspense fallback={null}>
        {dialogs.dialog !== null && (
          <KeyDialogs state={dialogs} places={places} judging={judging} now={now} />
        )}
      </Suspense>
    </KeyLooks>
  );
}

/** The line between the tools and the table: filters, or what is selected. */
const LINE = {
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 1,
  px: 2,
  py: 1.25,
  minHeight: 50,
} as const;
