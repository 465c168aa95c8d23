import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';
import type { BulkRow } from '@renderer/api/types';
import { ROW_HEIGHT } from '@renderer/table/table-layout';
import { useVirtualRows } from '@renderer/table/use-virtual-rows';
import { outcomeText } from './bulk-text';
import type { KeyRow } from './key-row';
import { placeName } from '@renderer/shared/place';
import { isDeadOnceStopped } from './stop-text';

const MOST_HEIGHT = 294;

const Sheet = styled('div')(({ theme: { palette } }) => ({
  overflow: 'auto',
  border: `1px solid ${palette.house.line}`,
  borderRadius: 8,
  '& ul': { position: 'relative', margin: 0, padding: 0, listStyle: 'none' },
  '& li': {
    position: 'absolute',
    insetInline: 0,
    height: ROW_HEIGHT,
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    padding: '0 12px',
    boxShadow: `inset 0 -1px ${palette.house.line}`,
  },
  '& .name': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& small': {
    display: 'block',
    color: palette.text.secondary,
    fontSize: '0.75rem',
    lineHeight: '16px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '& .mark': { fontSize: '0.75rem', fontWeight: 550, color: palette.warning.main },
  '& .state': {
    flex: 'none',
    maxWidth: '55%',
    textAlign: 'right',
    fontSize: '0.75rem',
    color: palette.text.secondary,
  },
  '& .stopped': { color: palette.success.main },
  '& .stopped.alive': { color: palette.warning.main },
  '& .failed': { color: palette.error.main },
  '& .checking': { color: palette.warning.main },
}));

export interface BulkListProps {
  readonly rows: readonly KeyRow[];
  readonly outcomes: ReadonlyMap<string, BulkRow>;
}

/** Every key of a bulk stop by name, with its outcome as soon as there is one. Only what is in sight is drawn. */
export function BulkList({ rows, outcomes }: BulkListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows(scroller, { count: rows.length, focused: -1, above: 0 });
  return (
    <Sheet
      ref={scroller}
      // A list that scrolls must be reachable by keyboard.
      tabIndex={0}
      role="region"
      aria-label="Selected keys"
      style={{ height: Math.min(MOST_HEIGHT, rows.length * ROW_HEIGHT + 2) }}
    >
      <ul style={{ height: virtual.height }}>
        {virtual.rows.map(({ at, top }) => {
          const row = rows[at];
          return (
            row && (
              <Item
                key={row.id}
                row={row}
                outcome={outcomes.get(row.id)}
                place={{ at, top, of: rows.length }}
              />
            )
          );
        })}
      </ul>
    </Sheet>
  );
}

interface ItemProps {
  readonly row: KeyRow;
  readonly outcome: BulkRow | undefined;
  readonly place: { readonly at: number; readonly top: number; readonly of: number };
}

function Item({ row: { key, place }, outcome, place: { at, top, of } }: ItemProps): ReactNode {
  return (
    <li aria-posinset={at + 1} aria-setsize={of} style={{ top }}>
      <span className="name">
        <bdi>{key.name}</bdi>
        <small>
          {placeName(place, true)}
          {place.environment.production && ' · production'}
        </small>
      </span>
      {outcome === undefined ? (
        key.type === 'administration' && <span className="mark">Administration</span>
      ) : (
        <span className={`state ${outcome.state} ${isDeadOnceStopped(place) ? '' : 'alive'}`}>
          {outcomeText(outcome.state, place)}
          {outcome.message !== undefined && <small title={outcome.message}>{outcome.message}</small>}
        </span>
      )}
    </li>
  );
}
