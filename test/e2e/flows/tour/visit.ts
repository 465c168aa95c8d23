import type { Keydesk } from '../../support/keydesk';
import type { Weather } from '../weather';

/** Where a tour is and who looks. */
export interface Tour {
  readonly keydesk: Keydesk;
  /** Its console has one environment without keys. */
  readonly weather: Weather;
  /** Called at every screen and dialog while it is open. */
  readonly visit: (name: string) => Promise<void>;
}
