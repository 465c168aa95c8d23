import type { KillMode, LeakedKey } from '@core/domain/incident';
import { confirmationWord } from '@core/domain/confirmation';

/**
 * The word typed before leaked keys are stopped, or null when the reason is enough. It is the same for every vendor:
 * several may be stopped at once. What is reversible asks for it only when there are many.
 */
export function killWord(
  mode: KillMode,
  keys: readonly Pick<LeakedKey, 'type' | 'production'>[],
): string | null {
  if (mode === 'disable' && keys.length === 1) return null;
  const verb = mode === 'disable' ? 'Disable' : 'Kill';
  return confirmationWord({ keys, production: keys.some(({ production }) => production), stop: { verb } });
}
