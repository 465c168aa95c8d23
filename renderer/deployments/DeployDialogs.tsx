import { Suspense, type ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { chunk } from '@renderer/shared/chunk';
import { DeployDialogContext } from '@renderer/shared/place-dialogs';
import { useAsked } from '@renderer/shared/use-asked';
import type { DeployDialogProps } from './DeployDialog';

const DeployDialog = chunk<DeployDialogProps>(async () => (await import('./DeployDialog')).DeployDialog);

/** Opens *Deploy* for every screen below. */
export function DeployDialogs({ children }: { children: ReactNode }): ReactNode {
  const { request, turn, open, ask, close } = useAsked<Environment>();
  return (
    <DeployDialogContext value={ask}>
      {children}
      <Suspense fallback={null}>
        {request !== null && <DeployDialog key={turn} environment={request} open={open} onClose={close} />}
      </Suspense>
    </DeployDialogContext>
  );
}
