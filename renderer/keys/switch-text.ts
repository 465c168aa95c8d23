import type { Place } from '@renderer/shared/place';

/** The words for stopping a key reversibly, or for starting it again. */
export interface SwitchText {
  readonly verb: string;
  readonly past: string;
  /** What happens to whoever uses the key, in sentences. */
  readonly effect: string;
}

/**
 * What *Disable key* and *Enable key* mean at a place.
 * @param active what the key shall be
 */
export function switchText(active: boolean, { vendor }: Place): SwitchText {
  const since = vendor.mustDeploy ? 'from the next deployment on' : 'from then on';
  return active
    ? { verb: 'Enable', past: 'enabled', effect: `Whoever holds this key is let in again, ${since}.` }
    : {
        verb: 'Disable',
        past: 'disabled',
        effect: `Whatever uses this key is refused, ${since}. Enabling it brings the same key back.`,
      };
}
