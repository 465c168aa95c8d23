import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { Suspense, useMemo, type ReactNode } from 'react';
import { chunk } from '@renderer/shared/chunk';
import type { Place } from '@renderer/shared/place';
import { useReplacementDialog } from '@renderer/shared/place-dialogs';
import { useReportUsable } from '@renderer/shared/usable';
import { DataTable } from '@renderer/table/DataTable';
import { KeyNotices } from './KeyNotices';
import type { KeyRow } from '@renderer/key-table/key-row';
import { FailedState, LoadingState, NoKeysState, NothingMatchesState } from './KeyStates';
import type { ReplacementNoticesProps } from './ReplacementNotices';
import { rowActions } from './row-actions';
import { SecretStrip } from './SecretStrip';
import { troublesOf } from './troubles';
import type { KeyDialogsState } from './use-key-dialogs';
import type { KeyRows } from './use-key-rows';
import type { KeyView } from '@renderer/key-table/use-key-view';
import { useRowSecrets } from './use-row-secrets';

const ReplacementNotices = chunk<ReplacementNoticesProps>(
  async () => (await import('./ReplacementNotices')).ReplacementNotices,
);

export interface KeyContentProps {
  readonly rows: KeyRows;
  readonly view: KeyView;
  readonly dialogs: KeyDialogsState;
  /** How making a key is called; null where none can be made. */
  readonly createVerb: string | null;
}

/** The table, or what stands in its place. */
export function KeyContent({ rows, view, dialogs, createVerb }: KeyContentProps): ReactNode {
  const { sources, places, now, source } = rows;
  const troubles = troublesOf(sources, places);
  const loading = sources.filter(({ loading: isLoading }) => isLoading);
  const empty = source.rows.length === 0;
  const failed = troubles.length > 0 && loading.length === 0;
  useReportUsable(!empty || loading.length === 0);
  return (
    <>
      {!(empty && failed) && <KeyNotices sources={sources} troubles={troubles} now={now} />}
      {rows.replacements.length > 0 && (
        <Suspense fallback={null}>
          <ReplacementNotices rows={rows} onStop={(row) => dialogs.open({ kind: 'stop', row })} />
        </Suspense>
      )}
      <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
        {sources.some(({ refreshing }) => refreshing) && <Refreshing />}
        {!empty && <KeyTable rows={rows} view={view} dialogs={dialogs} />}
        {!empty && view.table.order.length === 0 && <NothingMatchesState onClear={view.clear} />}
        {empty && loading.length > 0 && <LoadingState sources={loading} />}
        {empty && failed && <FailedState troubles={troubles} />}
        {empty && !failed && loading.length === 0 && (
          <NoKeysState createVerb={createVerb} onCreate={() => dialogs.open({ kind: 'create' })} />
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

function KeyTable({ rows, view, dialogs }: Omit<KeyContentProps, 'createVerb'>): ReactNode {
  const { places } = rows;
  const { open } = dialogs;
  const about = useReplacementDialog();
  const { shown, onShow, onHide, onCopy } = useRowSecrets();
  const shownId = shown?.of ?? null;
  const actions = useMemo(() => {
    const onEdit = (row: KeyRow): void => open({ kind: 'edit', row });
    const onSwitch = (row: KeyRow): void => open({ kind: 'switch', row });
    const onReplace = (row: KeyRow): void => {
      const { replacement, place } = row;
      if (replacement?.role !== 'old') return open({ kind: 'create', like: row });
      const { id } = replacement.replacement;
      about({ id, ...aboutOld(place), onStop: () => open({ kind: 'stop', row }) });
    };
    const onStop = (row: KeyRow): void => open({ kind: 'stop', row });
    const handlers = { shownId, onShow, onHide, onCopy, onEdit, onSwitch, onReplace, onStop };
    return rowActions([...places.values()], handlers);
  }, [places, about, shownId, onShow, onHide, onCopy, open]);
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

const aboutOld = ({ environment, traits }: Place) => ({ environment, stopVerb: traits.stop.verb });

const idOf = ({ id }: KeyRow): string => id;
const nameOf = ({ key }: KeyRow): string => key.name;
