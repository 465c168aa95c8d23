import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';

/** What Electron tells a listener, as far as it can be refused. */
export interface FakeEvent {
  prevented: boolean;
  preventDefault(): void;
}

/** An event that remembers whether it was refused. */
export const fakeEvent = (): FakeEvent => ({
  prevented: false,
  preventDefault() {
    this.prevented = true;
  },
});

/** A stand-in for one of Electron's objects: its events, and every setter's last value by its name. */
export class FakeElectron extends EventEmitter {
  readonly set = new Map<string, unknown>();
  readonly webRequest = { onBeforeRequest: this.setter('onBeforeRequest') };
  readonly setPermissionRequestHandler = this.setter('setPermissionRequestHandler');
  readonly setPermissionCheckHandler = this.setter('setPermissionCheckHandler');
  readonly setDevicePermissionHandler = this.setter('setDevicePermissionHandler');
  readonly setDisplayMediaRequestHandler = this.setter('setDisplayMediaRequestHandler');
  readonly setWindowOpenHandler = this.setter('setWindowOpenHandler');

  /** What a setter was given, as a function to try. */
  handler<R>(name: string): (...args: unknown[]) => R {
    return this.set.get(name) as (...args: unknown[]) => R;
  }

  private setter(name: string): (value: unknown) => void {
    return (value) => void this.set.set(name, value);
  }
}

/** Electron's types name hundreds of members; the code under test uses those of the stand-in. */
export const asElectron = <T extends App | Session | WebContents>(fake: object): T => fake as T;
