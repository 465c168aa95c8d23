import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';
import { ROW_HEIGHT } from './table-layout';
import { useVirtualRows } from './use-virtual-rows';

const MOST_HEIGHT = 294;

const Sheet = styled('div')(({ theme: { palette } }) => ({
  flex: 'none',
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
    whiteSpace: 'nowrap',
  },
  '& .mark': { fontSize: '0.75rem', fontWeight: 550, color: palette.warning.main },
  '& .state': {
    flex: 'none',
    maxWidth: '55%',
    textAlign: 'right',
    fontSize: '0.75rem',
    color: palette.text.secondary,
  },
  '& .good': { color: palette.success.main },
  '& .doubtful': { color: palette.warning.main },
  '& .bad': { color: palette.error.main },
}));

export interface RowSheetProps {
  /** Its accessible name. */
  readonly label: string;
  readonly count: number;
  /** What stands in a row: `.name` grows, `.state` is what is said of it (`good`, `doubtful`, `bad`). */
  readonly children: (at: number) => ReactNode;
}

/** A framed list of which only what is in sight is drawn. */
export function RowSheet({ label, count, children }: RowSheetProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows(scroller, { count, focused: -1, above: 0 });
  return (
    <Sheet
      ref={scroller}
      // A list that scrolls must be reachable by keyboard.
      tabIndex={0}
      role="region"
      aria-label={label}
      style={{ height: Math.min(MOST_HEIGHT, count * ROW_HEIGHT + 2) }}
    >
      <ul style={{ height: virtual.height }}>
        {virtual.rows.map(({ at, top }) => (
          <li key={at} aria-posinset={at + 1} aria-setsize={count} style={{ top }}>
            {children(at)}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
