import type { AppContract } from '@core/contract/contract';
import type { Bridge } from '@core/contract/shape';

declare global {
  interface Window {
    /** What the preload exposes; absent when the page is opened outside Keydesk. */
    readonly keydesk?: Bridge<AppContract>;
  }
}
