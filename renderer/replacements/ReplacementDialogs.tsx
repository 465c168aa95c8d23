import { Suspense, type ReactNode } from 'react';
import { chunk } from '@renderer/shared/chunk';
import { ReplacementDialogContext, type ReplacementRequest } from '@renderer/shared/place-dialogs';
import { useAsked } from '@renderer/shared/use-asked';
import type { ReplacementDialogProps } from './ReplacementDialog';

const ReplacementDialog = chunk<ReplacementDialogProps>(
  async () => (await import('./ReplacementDialog')).ReplacementDialog,
);

/** Opens *Replacement* for every screen below. */
export function ReplacementDialogs({ children }: { children: ReactNode }): ReactNode {
  const { request, turn, open, ask, close } = useAsked<ReplacementRequest>();
  return (
    <ReplacementDialogContext value={ask}>
      {children}
      <Suspense fallback={null}>
        {request !== null && <ReplacementDialog key={turn} request={request} open={open} onClose={close} />}
      </Suspense>
    </ReplacementDialogContext>
  );
}
