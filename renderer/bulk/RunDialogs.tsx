import { Suspense, type ReactNode } from 'react';
import { chunk } from '@renderer/shared/chunk';
import { RunDialogContext } from '@renderer/shared/run-dialog';
import { useAsked } from '@renderer/shared/use-asked';
import type { RunDialogProps } from './RunDialog';

const RunDialog = chunk<RunDialogProps>(async () => (await import('./RunDialog')).RunDialog);

/** Opens a run over many keys for every screen below. */
export function RunDialogs({ children }: { children: ReactNode }): ReactNode {
  const { request, turn, open, ask, close } = useAsked<string>();
  return (
    <RunDialogContext value={ask}>
      {children}
      <Suspense fallback={null}>
        {request !== null && <RunDialog key={turn} bulkId={request} open={open} onClose={close} />}
      </Suspense>
    </RunDialogContext>
  );
}
