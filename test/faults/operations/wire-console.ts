import type { Clock } from '@main/ports';
import { qodlyAdapter } from '@main/adapters/qodly/adapter';
import { systemClock } from '@main/electron/clock';
import { openHttp } from '@main/http/console-http';
import { startFaultProxy, type FaultProxy } from '@test/support/fault-proxy';
import { NOW } from '@test/support/builders';
import { ACME, KeyDesk, type Services } from '@test/support/key-desk';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import type { WireWeather } from './wire-weather';

/** Seconds pass in hundredths: pauses and deadlines keep their order, and a hanging answer costs little. */
const HURRY = 100;
const hurriedClock: Clock = {
  ...systemClock,
  after: (ms, run) => systemClock.after(ms / HURRY, run),
};

interface WireKey {
  readonly id: string;
  readonly name: string;
}

/** Keydesk at a console that is really there, over a wire on which things go wrong. */
export class WireConsole {
  readonly desk = new KeyDesk();
  services: Services;
  private readonly api: string;
  private readonly token: string;

  private constructor(
    private readonly practice: PracticeForTest,
    private readonly proxy: FaultProxy,
    readonly environment: string,
  ) {
    this.api = `${practice.api}/environments/${encodeURIComponent(environment)}`;
    this.token = practice.adminToken;
    this.desk.stores.consoles.value = [{ ...ACME, baseUrl: proxy.url, method: 'token', allowLoopback: true }];
    this.desk.over = (connection) =>
      qodlyAdapter(connection, (settings) =>
        openHttp({ ...settings, clock: hurriedClock, allowLoopback: true }),
      );
    this.services = this.desk.start();
  }

  /** Starts one with an environment without keys. */
  static async start(weather: WireWeather): Promise<WireConsole> {
    const practice = await startPracticeForTest({ extraKeys: 0, clock: () => NOW });
    const proxy = await startFaultProxy(practice.baseUrl);
    const { body } = await send<{ items: { id: string }[] }>('GET', `${practice.api}/environments`, {
      token: practice.adminToken,
    });
    const made = new WireConsole(practice, proxy, body.items.at(-1)?.id ?? '');
    const item = { version: 1, method: 'token', fields: { token: practice.adminToken } };
    await made.desk.keychain.write('console/acme', JSON.stringify(item));
    proxy.on({}, weather);
    return made;
  }

  /** Keydesk is ended and started again; what was open is looked into. */
  async restart(): Promise<void> {
    this.services = this.desk.start();
    await this.services.journal.open();
    const settling = this.services.operations.settleConsole('acme');
    await this.desk.clock.until(settling, 60_000).catch(() => undefined);
  }

  /** What the console has, asked past the wire. */
  async keys(): Promise<WireKey[]> {
    const keys: WireKey[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const { body } = await send<{ items: WireKey[]; nextCursor?: string | null }>(
        'GET',
        `${this.api}/keys${page}`,
        { token: this.token },
      );
      keys.push(...body.items);
      cursor = body.nextCursor ?? null;
    }
    return keys;
  }

  /** The secret a key really has. */
  async secretOf(keyId: string): Promise<string | undefined> {
    const path = `${this.api}/keys/${encodeURIComponent(keyId)}/secret`;
    const { body } = await send<{ secret?: string }>('GET', path, { token: this.token });
    return body.secret;
  }

  /** Nothing is under way any more, late commits included. */
  settled(): Promise<void> {
    return this.proxy.settled();
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    await this.practice.stop();
  }
}
