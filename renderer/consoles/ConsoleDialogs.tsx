import { Suspense, useCallback, useMemo, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { useOpenPractice } from '@renderer/api/console-mutations';
import { chunk } from '@renderer/shared/chunk';
import { ConsoleCommandsProvider, type ConsoleCommands } from '@renderer/shared/console-commands';
import { useNotify } from '@renderer/shared/Notifications';
import { useAsked } from '@renderer/shared/use-asked';
import type { ConsoleDialogProps } from '@renderer/consoles/ConsoleDialog';
import type { FactsDialogProps } from '@renderer/consoles/facts/FactsDialog';
import type { RemoveConsoleDialogProps } from '@renderer/consoles/RemoveConsoleDialog';

const ConsoleDialog = chunk<ConsoleDialogProps>(
  async () => (await import('@renderer/consoles/ConsoleDialog')).ConsoleDialog,
);
const RemoveConsoleDialog = chunk<RemoveConsoleDialogProps>(
  async () => (await import('@renderer/consoles/RemoveConsoleDialog')).RemoveConsoleDialog,
);
const FactsDialog = chunk<FactsDialogProps>(
  async () => (await import('@renderer/consoles/facts/FactsDialog')).FactsDialog,
);

/** Which dialog is meant, and for which console. */
type Request =
  { readonly kind: 'add' } | { readonly kind: 'edit' | 'remove' | 'facts'; readonly console: ConsoleView };

/** The dialogs about consoles, and the commands that open them from every screen below. */
export function ConsoleDialogs({ children }: { children: ReactNode }): ReactNode {
  const { request, turn, open, ask, close } = useAsked<Request>();
  const notify = useNotify();
  const { run: startPractice, busy: openingPractice } = useOpenPractice();
  const openPractice = useCallback(async () => {
    const outcome = await startPractice();
    if (!outcome.ok) notify(`The practice console did not start. ${outcome.error.message}`, 'error');
  }, [notify, startPractice]);
  const commands = useMemo<ConsoleCommands>(
    () => ({
      add: () => ask({ kind: 'add' }),
      edit: (console) => ask({ kind: 'edit', console }),
      remove: (console) => ask({ kind: 'remove', console }),
      facts: (console) => ask({ kind: 'facts', console }),
      openPractice: () => void openPractice(),
      openingPractice,
    }),
    [ask, openPractice, openingPractice],
  );
  const saved = (console: ConsoleView): void => {
    close();
    notify(`${console.label} was saved.`, 'success');
  };
  return (
    <ConsoleCommandsProvider value={commands}>
      {children}
      <Suspense fallback={null}>
        {request !== null && (
          <RequestedDialog key={turn} request={request} open={open} onSaved={saved} onClose={close} />
        )}
      </Suspense>
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
  switch (request.kind) {
    case 'remove':
      return <RemoveConsoleDialog open={open} console={request.console} onClose={onClose} />;
    case 'facts':
      return <FactsDialog open={open} console={request.console} onClose={onClose} />;
    case 'add':
      return <ConsoleDialog open={open} edited={null} onSaved={onSaved} onClose={onClose} />;
    case 'edit':
      return <ConsoleDialog open={open} edited={request.console} onSaved={onSaved} onClose={onClose} />;
  }
}
