import { useCallback, useState } from 'react';
import type { CreatedKey } from './CreateKeyDialog';
import type { KeyRow } from './key-row';

/** The one dialog that is open. */
export type OpenDialog =
  /** `like`: the key that the new one takes over from. */
  | { readonly kind: 'create'; readonly like?: KeyRow }
  | { readonly kind: 'created'; readonly created: CreatedKey }
  | { readonly kind: 'edit'; readonly row: KeyRow }
  | { readonly kind: 'switch'; readonly row: KeyRow }
  | { readonly kind: 'stop'; readonly row: KeyRow }
  | { readonly kind: 'bulk'; readonly rows: readonly KeyRow[] }
  | { readonly kind: 'details'; readonly row: KeyRow };

/** Opens and closes the dialogs of the key screen. */
export interface KeyDialogsState {
  readonly dialog: OpenDialog | null;
  readonly open: (dialog: OpenDialog) => void;
  readonly openDetails: (row: KeyRow) => void;
  /** Asks about one key with all that depends on it, or about many by name. */
  readonly openStop: (rows: readonly KeyRow[]) => void;
  readonly close: () => void;
}

/** At most one dialog at a time. */
export function useKeyDialogs(): KeyDialogsState {
  const [dialog, open] = useState<OpenDialog | null>(null);
  const openDetails = useCallback((row: KeyRow) => open({ kind: 'details', row }), []);
  const openStop = useCallback((rows: readonly KeyRow[]) => {
    const [row, ...others] = rows;
    if (row !== undefined) open(others.length === 0 ? { kind: 'stop', row } : { kind: 'bulk', rows });
  }, []);
  const close = useCallback(() => open(null), []);
  return { dialog, open, openDetails, openStop, close };
}
