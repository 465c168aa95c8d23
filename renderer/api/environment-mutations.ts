import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { EnvironmentRef } from '@core/domain/environment';
import type { AppClient } from '@renderer/api/client';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { queryKeys } from '@renderer/api/query-keys';
import type { CopyReport } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Adjust = z.input<AppContract['calls']['environments']['adjust']['input']>;

const adjust = (client: AppClient, input: Adjust) =>
  client.environments.adjust({ ...input, environment: environmentRefOf(input.environment) });
const copyEndpoint = (client: AppClient, environment: EnvironmentRef) =>
  client.environments.copyEndpoint({ environment: environmentRefOf(environment) });

const itsConsole = ({ environment }: Adjust) => [queryKeys.environments(environment.consoleId)];

/** Marks production or gives and takes a tab; re-reads the console's environments. */
export const useAdjustEnvironment = (): Action<Adjust, { done: true }> => useClientAction(adjust, itsConsole);

/** Copies the API endpoint; main does it and says what came of it. */
export const useCopyEndpoint = (): Action<EnvironmentRef, CopyReport> => useClientAction(copyEndpoint);

/** Whether an environment has a tab. */
export interface TabChoice {
  readonly environment: EnvironmentRef;
  readonly tab: boolean;
}

async function chooseTabs(client: AppClient, choices: readonly TabChoice[]): Promise<void> {
  for (const { environment, tab } of choices) {
    await client.environments.adjust({ environment: environmentRefOf(environment), tab });
  }
}

const theirConsoles = (choices: readonly TabChoice[]) =>
  [...new Set(choices.map(({ environment }) => environment.consoleId))].map(queryKeys.environments);

/** Gives and takes several tabs one after the other; re-reads the environments of their consoles once. */
export const useChooseTabs = (): Action<readonly TabChoice[], void> =>
  useClientAction(chooseTabs, theirConsoles);
