import type { KillMode } from '@core/domain/incident';

/** The ways to stop a leaked key, in words. */
export const MODES: Readonly<
  Record<KillMode, { readonly label: string; readonly means: string; readonly title: string }>
> = {
  kill: {
    label: 'Kill now',
    title: 'Kill now',
    means: 'Stops for good, at once. Whoever uses the key is cut off.',
  },
  replace: {
    label: 'Replace then kill',
    title: 'Replace then kill',
    means: 'Issues a copy with the same settings and hands it over, then kills the leaked key.',
  },
  disable: {
    label: 'Disable first',
    title: 'Disable first',
    means: 'Stops reversibly, while you look into it. It can be killed later.',
  },
};
