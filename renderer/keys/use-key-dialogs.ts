import { useCallback, useState } from 'react';
import type { BulkAct } from '@core/domain/bulk';
import type { CreatedKey } from './CreateKeyDialog';
import type { KeyRow } from '@renderer/key-table/key-row';

/** The one dialog that is open. */
export type OpenDialog =
  /** `like`: the key that the new one takes over from. */
  | { readonly kind: 'create'; readonly like?: KeyRow }
  | { readonly kind: 'created'; readonly created: CreatedKey }
  | { readonly kind: 'edit'; readonly row: KeyRow }
  | { readonly kind: 'switch'; readonly row: KeyRow }
  | { readonly kind: 'stop'; readonly row: KeyRow }
  | { readonly kind: 'bulk'; readonly act: BulkAct['kind']; readonly rows: readonly KeyRow[] }
  | { readonly kind: 'details'; readonly row: KeyRow };

/** Opens and closes the dialogs of the key screen. */
export interface KeyDialogsState {
  readonly dialog: OpenDialog | null;
  readonly open: (dialog: OpenDialog) => void;
  readonly openDetails: (row: KeyRow) => void;
  /** Asks about many keys by name, or about a single one that is to be stopped with all that depends on it. */
  readonly openBulk: (act: BulkAct['kind'], rows: readonly KeyRow[]) => void;
  readonly close: () => void;
}

/** At most one dialog at a time. */
export function useKeyDialogs(): KeyDialogsState {
  const [dialog, open] = useState<OpenDialog | null>(null);
  const openDetails = useCallback((row: KeyRow) => open({ kind: 'details', row }), []);
  const openBulk = useCallback((act: BulkAct['kind'], rows: readonly KeyRow[]) => {
    const [row, ...others] = rows;
    const single = row !== undefined && others.length === 0 && act === 'stop';
    open(single ? { kind: 'stop', row } : { kind: 'bulk', act, rows });
  }, []);
  const close = useCallback(() => open(null), []);
  return { dialog, open, openDetails, openBulk, close };
}
