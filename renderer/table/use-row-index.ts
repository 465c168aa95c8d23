import { useEffect, useMemo, useState } from 'react';
import { atOnce, paced } from './pace';
import { indexRows, type IndexSource, type RowIndex } from './row-index';

/** Up to this many rows the index is made within the frame. */
const AT_ONCE_ROWS = 2_000;

/** Rows together with the index that was made of exactly them. */
export interface IndexedRows<R> {
  readonly source: IndexSource<R>;
  /** Null while the first index is being made: the rows are there, in the order in which they came. */
  readonly index: RowIndex | null;
}

/**
 * Indexes rows without holding the window: many rows are indexed in slices, and until a new index is ready the
 * former rows stay.
 */
export function useRowIndex<R>(source: IndexSource<R>): IndexedRows<R> {
  const small = source.rows.length <= AT_ONCE_ROWS;
  const now = useMemo(() => (small ? { source, index: atOnce(indexRows(source)) } : null), [small, source]);
  const [later, setLater] = useState<IndexedRows<R> | null>(null);
  useEffect(() => {
    if (small) return undefined;
    const stop = new AbortController();
    // The first rows are searched as soon as they can be; a former order stays until there is a new one.
    const searchable = (index: RowIndex): void => setLater((former) => former ?? { source, index });
    void paced(indexRows(source, searchable), stop.signal).then((index) => {
      if (index) setLater({ source, index });
    });
    return () => stop.abort();
  }, [small, source]);
  return now ?? later ?? { source, index: null };
}
