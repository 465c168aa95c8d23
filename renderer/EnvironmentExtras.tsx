import type { ReactNode } from 'react';
import { vendorInfo } from '@core/domain/vendor';
import { DeployBanner } from '@renderer/deployments/DeployBanner';
import { EndpointsButton } from '@renderer/endpoints/EndpointsButton';
import type { EnvironmentEntry } from '@renderer/environments/tab-entry';
import { ExportInventoryButton } from '@renderer/inventories/export/ExportInventoryButton';

/** What else the header of an environment offers, where its vendor has it. */
export function environmentTools({ console, environment }: EnvironmentEntry): ReactNode {
  return (
    <>
      {vendorInfo(console.vendor).protections && <EndpointsButton environment={environment} />}
      <ExportInventoryButton initial={environment} />
    </>
  );
}

/** What the table of all environments offers. */
export const allTools: ReactNode = <ExportInventoryButton />;

/** What is said under the header of an environment, where its vendor has it. */
export function environmentNotice({ console, environment, id }: EnvironmentEntry): ReactNode {
  return vendorInfo(console.vendor).mustDeploy && <DeployBanner key={id} environment={environment} />;
}
