import { Suspense, type ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { chunk } from '@renderer/shared/chunk';
import { EndpointsDialogContext } from '@renderer/shared/place-dialogs';
import { useAsked } from '@renderer/shared/use-asked';
import type { EndpointsDialogProps } from './EndpointsDialog';

const EndpointsDialog = chunk<EndpointsDialogProps>(
  async () => (await import('./EndpointsDialog')).EndpointsDialog,
);

/** Opens *Endpoints* for every screen below. */
export function EndpointsDialogs({ children }: { children: ReactNode }): ReactNode {
  const { request, turn, open, ask, close } = useAsked<Environment>();
  return (
    <EndpointsDialogContext value={ask}>
      {children}
      <Suspense fallback={null}>
        {request !== null && <EndpointsDialog key={turn} environment={request} open={open} onClose={close} />}
      </Suspense>
    </EndpointsDialogContext>
  );
}
