import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useMemo, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import { useReportUsable } from '@renderer/shared/usable';
import { DataTable } from '@renderer/table/DataTable';
import { FilterBar } from './FilterBar';
import { KeyDialogs } from './KeyDialogs';
import { KeyLooks } from './KeyLooks';
import { KeyNotices } from './KeyNotices';
import type { KeyRow } from './key-row';
import { KeyToolbar } from './KeyToolbar';
import { FailedState, LoadingState, NoKeysState, NothingMatchesState } from './KeyStates';
import { rowActions } from './row-actions';
import { SelectionBar } from './SelectionBar';
import { SecretStrip } from './SecretStrip';
import { oldest, troublesOf } from './troubles';
import { useKeyDialogs, type KeyDialogsState } from './use-key-dialogs';
import { useKeyRows, type KeyRows } from './use-key-rows';
import { useKeyView, type KeyView } from './use-key-view';
import { useRowSecrets } from './use-row-secrets';

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
  const { sources, source } = rows;
  const refresh = (): void => sources.forEach(({ refresh: again }) => again());
  return (
    <KeyLooks>
      <KeyToolbar
        view={view}
        columns={source.columns}
        refreshing={sources.every(({ loading, refreshing }) => loading || refreshing)}
        onRefresh={refresh}
        onCreate={() => dialogs.open({ kind: 'create' })}
      />
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 1,
          px: 2,
          py: 1.25,
          minHeight: 50,
        }}
      >
        {view.selected.length > 0 ? (
          <SelectionBar view={view} onStop={dialogs.openStop} />
        ) : (
          <FilterBar view={view} asOf={oldest(sources)} />
        )}
      </Box>
      <Content rows={rows} view={view} dialogs={dialogs} />
      <KeyDialogs state={dialogs} places={rows.places} now={rows.now} />
    </KeyLooks>
  );
}

interface ContentProps {
  readonly rows: KeyRows;
  readonly view: KeyView;
  readonly dialogs: KeyDialogsState;
}

function Content({ rows: { sources, places, now, source }, view, dialogs }: ContentProps): ReactNode {
  const troubles = troublesOf(sources, places);
  const loading = sources.filter(({ loading: isLoading }) => isLoading);
  const empty = source.rows.length === 0;
  const failed = troubles.length > 0 && loading.length === 0;
  useReportUsable(!empty || loading.length === 0);
  return (
    <>
      {!(empty && failed) && <KeyNotices sources={sources} troubles={troubles} now={now} />}
      <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
        {sources.some(({ refreshing }) => refreshing) && <Refreshing />}
        {!empty && <KeyTable view={view} places={places} dialogs={dialogs} />}
        {!empty && view.table.order.length === 0 && <NothingMatchesState onClear={view.clear} />}
        {empty && loading.length > 0 && <LoadingState sources={loading} />}
        {empty && failed && <FailedState troubles={troubles} />}
        {empty && !failed && loading.length === 0 && (
          <NoKeysState onCreate={() => dialogs.open({ kind: 'create' })} />
        )}
      </Box>
    </>
  );
}

function Refreshing(): ReactNode {
  return (
    <LinearProgress
      aria-label="Reading keys again"
      sx={{ position: 'absolute', inset: '0 0 auto', zIndex: 4, height: 2 }}
    />
  );
}

function KeyTable({
  view,
  places,
  dialogs,
}: Omit<ContentProps, 'rows'> & Pick<KeyRows, 'places'>): ReactNode {
  const { open } = dialogs;
  const { shown, onShow, onHide, onCopy } = useRowSecrets();
  const shownId = shown?.of ?? null;
  const actions = useMemo(
    () =>
      rowActions([...places.values()], {
        shownId,
        onShow,
        onHide,
        onCopy,
        onEdit: (row) => open({ kind: 'edit', row }),
        onStop: (row) => open({ kind: 'stop', row }),
      }),
    [places, shownId, onShow, onHide, onCopy, open],
  );
  const strip = useMemo(() => shown && { id: shown.of, node: <SecretStrip shown={shown} /> }, [shown]);
  return (
    <DataTable
      label="API keys"
      view={view.table}
      columns={view.columns}
      actions={actions}
      rowId={idOf}
      rowLabel={nameOf}
      sort={view.sort}
      onSort={view.setSort}
      selection={view.selection}
      onSelection={view.setSelection}
      onOpen={dialogs.openDetails}
      strip={strip}
    />
  );
}

const idOf = ({ id }: KeyRow): string => id;
const nameOf = ({ key }: KeyRow): string => key.name;
