import type { AppContract } from '@core/contract/contract';
import type { Handlers } from '@core/contract/shape';
import type { AppServices } from '@main/services/app-services';

/** What handles one group of calls. */
export type Group<G extends keyof Handlers<AppContract>> = (
  services: AppServices,
) => Handlers<AppContract>[G];

const DONE = { done: true } as const;

/** The answer of a call that has nothing to tell. */
export async function done(work: Promise<void> | void): Promise<typeof DONE> {
  await work;
  return DONE;
}
