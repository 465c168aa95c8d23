import Snackbar from '@mui/material/Snackbar';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Tone } from '@renderer/shared/Notice';
import { NotificationCard } from '@renderer/shared/NotificationCard';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';

/** Says something in passing; for what must not be missed use a notice or a dialog. */
export type Notify = (message: string, tone?: Tone) => void;

interface Passing {
  readonly id: number;
  readonly message: string;
  readonly tone: Tone;
}

const SHOWN_MS = 6_000;
const NotifyContext = createContext<Notify | null>(null);

/** Shows passing messages one after the other and has each of them read out politely. */
export function NotificationsProvider({ children }: { children: ReactNode }): ReactNode {
  const [queue, setQueue] = useState<readonly Passing[]>([]);
  const notify = useCallback<Notify>((message, tone = 'info') => {
    setQueue((waiting) => [...waiting, { id: (waiting.at(-1)?.id ?? 0) + 1, message, tone }]);
  }, []);
  const next = useCallback(() => setQueue((waiting) => waiting.slice(1)), []);
  const current = queue[0];
  const card = useMemo(
    () => (current === undefined ? undefined : <NotificationCard {...current} onDismiss={next} />),
    [current, next],
  );
  return (
    <NotifyContext value={notify}>
      {children}
      {/* The region stays, so that readers notice what changes in it. */}
      <VisuallyHidden>
        <span role="status">{current?.message}</span>
      </VisuallyHidden>
      <Snackbar
        key={current?.id}
        open={current !== undefined}
        autoHideDuration={queue.length > 1 ? SHOWN_MS / 3 : SHOWN_MS}
        onClose={(_event, reason) => (reason === 'clickaway' ? undefined : next())}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      >
        {card}
      </Snackbar>
    </NotifyContext>
  );
}

/** The way to say something in passing. */
export function useNotify(): Notify {
  const notify = use(NotifyContext);
  if (notify === null) throw new Error('useNotify needs a NotificationsProvider above it');
  return notify;
}
