import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import type { VendorId } from '@core/domain/vendor';
import { createApp, type KeydeskApp } from '@main/app';
import { JsonStore } from '@main/storage/json-store';
import { KeyDesk } from '@test/support/key-desk';
import { readerHere } from '@test/support/reader-here';

/** Keydesk as it is put together, over a real profile folder and otherwise in memory. */
export class DeskApp {
  readonly desk = new KeyDesk();
  readonly emitted: { event: string; payload: unknown }[] = [];
  readonly opened: string[] = [];
  readonly painted: string[] = [];
  readonly notified: { title: string; body: string }[] = [];
  readonly files = new Map<string, string>();
  reloads = 0;
  keychainProbes = 0;

  private constructor(readonly folder: string) {
    const probe = this.desk.keychain.probe.bind(this.desk.keychain);
    this.desk.keychain.probe = () => {
      this.keychainProbes += 1;
      return probe();
    };
  }

  /** A profile that knows Acme, with its credentials in the keychain; the folder goes with the test. */
  static async create(vendor: VendorId = 'qodly'): Promise<DeskApp> {
    const folder = await mkdtemp(join(tmpdir(), 'keydesk-app-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const store = new JsonStore({
      path: join(folder, 'consoles.json'),
      schema: z.array(z.unknown()),
      initial: () => [],
    });
    const app = new DeskApp(folder);
    app.desk.sells(vendor);
    await store.update(() => app.desk.stores.consoles.value);
    await app.desk.signIn();
    return app;
  }

  /** Lets everything that was begun come to its end, on the disk too. */
  settled(condition: () => boolean): Promise<void> {
    const watch = async (): Promise<void> => {
      while (!condition()) await new Promise((resolve) => setImmediate(resolve));
    };
    return this.desk.clock.until(watch(), 60_000);
  }

  /** Starts Keydesk on that profile. */
  start(): KeydeskApp {
    const { desk } = this;
    const app = createApp({
      clock: desk.clock,
      clipboard: desk.clipboard,
      dialogs: desk.dialogs,
      opener: { open: async (url) => void this.opened.push(url) },
      notifier: { notify: (texts) => void this.notified.push(texts) },
      keychain: desk.keychain,
      practice: desk.practice,
      reader: readerHere,
      files: desk.files,
      printer: { print: async (html) => new TextEncoder().encode(`%PDF of ${html.length}`) },
      log: desk.log,
      emit: (event, payload) => void this.emitted.push({ event, payload }),
      createAdapter: (_vendor, connection) => {
        desk.connections.push(connection);
        return desk.console.adapter(() => true, connection.saved);
      },
      peer: async () => null,
      readText: async (path) => this.files.get(path) ?? '',
      folder: this.folder,
      person: 'ada',
      facts: { version: '0.1.0', electron: '45.4.1', platform: 'linux' },
      painted: (state) => void this.painted.push(state),
      reloadWindow: () => void (this.reloads += 1),
    });
    // What nobody waited for ends before its folder goes.
    onTestFinished(() => app.quit());
    return app;
  }

  /** How often an event was sent. */
  count(event: string): number {
    return this.emitted.filter((each) => each.event === event).length;
  }
}
