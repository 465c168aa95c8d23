import { createContext, use } from 'react';
import type { KeyRef } from '@core/domain/api-key';
import type { Environment } from '@core/domain/environment';

/** A key whose use is explained: listed, or new and still waiting in main. */
export interface UsageRequest {
  readonly environment: Environment;
  readonly name: string;
  readonly of:
    | { readonly key: KeyRef; /** Whether its secret can be shown. */ readonly readable: boolean }
    | { readonly handle: string };
}

/** Opens a dialog for something. */
export type Opener<T> = (request: T) => void;

const nobody = (): void => undefined;

/** Provided by the deployments' own folder; does nothing where nobody does. */
export const DeployDialogContext = createContext<Opener<Environment>>(nobody);

/** Provided by the endpoints' own folder; does nothing where nobody does. */
export const EndpointsDialogContext = createContext<Opener<Environment>>(nobody);

/** Provided by the usage's own folder; does nothing where nobody does. */
export const UsageDialogContext = createContext<Opener<UsageRequest>>(nobody);

/** Opens *Deploy* for an environment whose vendor has it (`mustDeploy`). */
export const useDeployDialog = (): Opener<Environment> => use(DeployDialogContext);

/** Opens *Endpoints* of an environment whose vendor has them (`protections`). */
export const useEndpointsDialog = (): Opener<Environment> => use(EndpointsDialogContext);

/** Opens *How to use this key*. */
export const useUsageDialog = (): Opener<UsageRequest> => use(UsageDialogContext);
