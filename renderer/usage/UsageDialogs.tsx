import { Suspense, type ReactNode } from 'react';
import { chunk } from '@renderer/shared/chunk';
import { UsageDialogContext, type UsageRequest } from '@renderer/shared/place-dialogs';
import { useAsked } from '@renderer/shared/use-asked';
import type { UsageDialogProps } from './UsageDialog';

const UsageDialog = chunk<UsageDialogProps>(async () => (await import('./UsageDialog')).UsageDialog);

/** Opens *How to use this key* for every screen below. */
export function UsageDialogs({ children }: { children: ReactNode }): ReactNode {
  const { request, turn, open, ask, close } = useAsked<UsageRequest>();
  return (
    <UsageDialogContext value={ask}>
      {children}
      <Suspense fallback={null}>
        {request !== null && <UsageDialog key={turn} request={request} open={open} onClose={close} />}
      </Suspense>
    </UsageDialogContext>
  );
}
