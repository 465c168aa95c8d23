import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { useOpenPractice } from '@renderer/api/console-mutations';
import { ConsoleDialog } from '@renderer/consoles/ConsoleDialog';
import { RemoveConsoleDialog } from '@renderer/consoles/RemoveConsoleDialog';
import { ConsoleCommandsProvider, type ConsoleCommands } from '@renderer/shared/console-commands';
import { useNotify } from '@renderer/shared/Notifications';

/** Which dialog is meant; `turn` gives every opening a form of its own. */
interface Request {
  readonly kind: 'add' | 'edit' | 'remove';
  readonly console: ConsoleView | null;
  readonly turn: number;
}

/** The dialogs about consoles, and the commands that open them from every screen below. */
export function ConsoleDialogs({ children }: { children: ReactNode }): ReactNode {
  const [request, setRequest] = useState<Request>({ kind: 'add', console: null, turn: 0 });
  const [open, setOpen] = useState(false);
  const notify = useNotify();
  const { run: startPractice, busy: openingPractice } = useOpenPractice();
  const ask = useCallback((kind: Request['kind'], console: ConsoleView | null) => {
    setRequest(({ turn }) => ({ kind, console, turn: turn + 1 }));
    setOpen(true);
  }, []);
  const openPractice = useCallback(async () => {
    const outcome = await startPractice();
    if (!outcome.ok) notify(`The practice console did not start. ${outcome.error.message}`, 'error');
  }, [notify, startPractice]);
  const commands = useMemo<ConsoleCommands>(
    () => ({
      add: () => ask('add', null),
      edit: (console) => ask('edit', console),
      remove: (console) => ask('remove', console),
      openPractice: () => void openPractice(),
      openingPractice,
    }),
    [ask, openPractice, openingPractice],
  );
  const saved = (console: ConsoleView): void => {
    setOpen(false);
    notify(`${console.label} was saved.`, 'success');
  };
  return (
    <ConsoleCommandsProvider value={commands}>
      {children}
      <RequestedDialog
        key={request.turn}
        request={request}
        open={open}
        onSaved={saved}
        onClose={() => setOpen(false)}
      />
    </ConsoleCommandsProvider>
  );
}

interface RequestedDialogProps {
  request: Request;
  open: boolean;
  onSaved: (console: ConsoleView) => void;
  onClose: () => void;
}

function RequestedDialog({ request, open, onSaved, onClose }: RequestedDialogProps): ReactNode {
  if (request.turn === 0) return null;
  if (request.kind === 'remove' && request.console !== null) {
    return <RemoveConsoleDialog open={open} console={request.console} onClose={onClose} />;
  }
  return <ConsoleDialog open={open} edited={request.console} onSaved={onSaved} onClose={onClose} />;
}
