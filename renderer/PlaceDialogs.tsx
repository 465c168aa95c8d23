import type { ReactNode } from 'react';
import { DeployDialogs } from '@renderer/deployments/DeployDialogs';
import { EndpointsDialogs } from '@renderer/endpoints/EndpointsDialogs';
import { HandOverDialogs } from '@renderer/keys/HandOverDialogs';
import { ReplacementDialogs } from '@renderer/replacements/ReplacementDialogs';
import { UsageDialogs } from '@renderer/usage/UsageDialogs';

/** The dialogs that every screen below can open for an environment or a key. */
export function PlaceDialogs({ children }: { children: ReactNode }): ReactNode {
  return (
    <DeployDialogs>
      <EndpointsDialogs>
        <UsageDialogs>
          <HandOverDialogs>
            <ReplacementDialogs>{children}</ReplacementDialogs>
          </HandOverDialogs>
        </UsageDialogs>
      </EndpointsDialogs>
    </DeployDialogs>
  );
}
