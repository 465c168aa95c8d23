import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiPlus, mdiRefresh } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { ColumnsMenu } from '@renderer/table/ColumnsMenu';
import type { Column } from '@renderer/table/column';
import type { KeyRow } from '@renderer/key-table/key-row';
import { SearchInput } from '@renderer/key-table/SearchInput';
import type { KeyView } from '@renderer/key-table/use-key-view';

export interface KeyToolbarProps {
  readonly view: KeyView;
  /** All columns there could be. */
  readonly columns: readonly Column<KeyRow>[];
  readonly refreshing: boolean;
  readonly onRefresh: () => void;
  /** How making a key is called; null where none can be made. */
  readonly createVerb: string | null;
  readonly onCreate: () => void;
}

/** What can be done with the table as a whole. */
export function KeyToolbar(props: KeyToolbarProps): ReactNode {
  const { view, columns, refreshing, onRefresh, createVerb, onCreate } = props;
  return (
    <Box
      role="toolbar"
      aria-label="Keys"
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, px: 2, pt: 1.5 }}
    >
      <SearchInput value={view.search} onChange={view.setSearch} />
      <Box sx={{ flex: 1 }} />
      <IconAction label="Refresh" icon={mdiRefresh} onClick={onRefresh} disabled={refreshing} />
      <ColumnsMenu
        columns={columns.filter(({ pinned }) => pinned !== true)}
        hidden={view.hidden}
        onToggle={view.toggleColumn}
      />
      {createVerb !== null && (
        <Button variant="contained" startIcon={<Icon path={mdiPlus} />} onClick={onCreate} sx={{ ml: 0.75 }}>
          {createVerb} key
        </Button>
      )}
    </Box>
  );
}
