import { createContext, use } from 'react';
import type { ApiKey, KeyRef } from '@core/domain/api-key';
import type { Environment } from '@core/domain/environment';

/** A key whose use is explained: listed, or new and still waiting in main. */
export interface UsageRequest {
  readonly environment: Environment;
  readonly name: string;
  readonly of:
    | { readonly key: KeyRef; /** Whether its secret can be shown. */ readonly readable: boolean }
    | { readonly handle: string };
}

/** A new key whose secret is handed over. */
export interface HandOverRequest {
  readonly environment: Environment;
  readonly key: ApiKey;
  /** Names the secret that waits in main; null where it cannot be had any more. */
  readonly handle: string | null;
  /** Found again after an unclear answer. */
  readonly adopted: boolean;
  /** Once the dialog is left. */
  readonly onDone: () => void;
}

/** A key's replacement. */
export interface ReplacementRequest {
  readonly id: string;
  readonly environment: Environment;
  /** The vendor's word for stopping a key. */
  readonly stopVerb: string;
  /** Asks about the old key; absent where that is not at hand. */
  readonly onStop?: () => void;
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

/** Provided by the keys' own folder; where nobody does, it is left at once. */
export const HandOverDialogContext = createContext<Opener<HandOverRequest>>(({ onDone }) => onDone());

/** Provided by the replacements' own folder; does nothing where nobody does. */
export const ReplacementDialogContext = createContext<Opener<ReplacementRequest>>(nobody);

/** Opens *Deploy* for an environment whose vendor has it (`mustDeploy`). */
export const useDeployDialog = (): Opener<Environment> => use(DeployDialogContext);

/** Opens *Endpoints* of an environment whose vendor has them (`protections`). */
export const useEndpointsDialog = (): Opener<Environment> => use(EndpointsDialogContext);

/** Opens *How to use this key*. */
export const useUsageDialog = (): Opener<UsageRequest> => use(UsageDialogContext);

/** Opens *Key created* for a key that was made in another screen. */
export const useHandOverDialog = (): Opener<HandOverRequest> => use(HandOverDialogContext);

/** Opens *Replacement*. */
export const useReplacementDialog = (): Opener<ReplacementRequest> => use(ReplacementDialogContext);
