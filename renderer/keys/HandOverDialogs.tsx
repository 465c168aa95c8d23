import { Suspense, type ReactNode } from 'react';
import { chunk } from '@renderer/shared/chunk';
import { HandOverDialogContext, type HandOverRequest } from '@renderer/shared/place-dialogs';
import { useAsked } from '@renderer/shared/use-asked';
import type { HandOverDialogProps } from './HandOverDialog';

const HandOverDialog = chunk<HandOverDialogProps>(
  async () => (await import('./HandOverDialog')).HandOverDialog,
);

/** Opens *Key created* for every screen below. */
export function HandOverDialogs({ children }: { children: ReactNode }): ReactNode {
  const { request, turn, open, ask, close } = useAsked<HandOverRequest>();
  const end = (): void => {
    close();
    request?.onDone();
  };
  return (
    <HandOverDialogContext value={ask}>
      {children}
      <Suspense fallback={null}>
        {request !== null && open && <HandOverDialog key={turn} request={request} onClose={end} />}
      </Suspense>
    </HandOverDialogContext>
  );
}
