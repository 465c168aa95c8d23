import { expect, it } from 'vitest';
import { contract } from '@core/contract/contract';
import type { CallShape } from '@core/contract/shape';
import type { VendorId } from '@core/domain/vendor';
import { daysFromNow } from '@test/support/builders';
import type { KeydeskApp } from '@main/app';
import { DeskApp } from './desk-app';

type Handle = (input: unknown) => unknown;

/** The groups of calls that are not about keys. */
export const AROUND_KEYS = ['app', 'settings', 'consoles', 'environments'];

/** The groups that are called in a spec of their own. */
export const IN_SPECS_OF_THEIR_OWN = [
  'leak',
  'lastKnown',
  'inventories',
  'plans',
  'incidents',
  'activity',
  'policy',
  'expiry',
  'replacements',
  'reviews',
  'signing',
  'exports',
  'comparisons',
  'reports',
];

/** All others. */
export const ABOUT_KEYS = Object.keys(contract.calls).filter(
  (group) => ![...AROUND_KEYS, ...IN_SPECS_OF_THEIR_OWN].includes(group),
);

/** An operation id. */
export const id = (index: number): string => `00000000-0000-4000-8000-00000000000${index}`;
/** A key that Qodly takes. */
export const draft = {
  name: 'Accounting',
  type: 'standard' as const,
  role: 'Reader',
  expiresAt: daysFromNow(90),
  allowedHosts: [],
};
/** A second console. */
export const consoleDraft = {
  vendor: 'qodly',
  label: 'Second',
  baseUrl: 'https://second.example',
  method: 'token',
  credentials: { token: 'a-token-of-ada' },
  allowLoopback: false,
  allowPrivate: false,
};

/** Keydesk, called as its window calls it, and which calls were made. */
export class CalledApp {
  at!: DeskApp;
  readonly called = new Set<string>();
  private running!: KeydeskApp;

  /** Starts it at a console of this vendor with one key. */
  async open(vendor?: VendorId): Promise<void> {
    this.at = await DeskApp.create(vendor);
    this.running = this.at.start();
    this.at.desk.console.add();
  }

  /** Quits, lets something be done to the profile meanwhile, and starts again. */
  async restart(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    await this.running.quit();
    await meanwhile();
    this.running = this.at.start();
  }

  /** Hands over a file from outside. */
  offer(path: string): void {
    this.running.offer(path);
  }

  /** Calls a handler as `serve` does: input and output go through their schemas. */
  async call<T = Record<string, unknown>>(name: string, input: object = {}): Promise<T> {
    const [group = '', own = ''] = name.split('.');
    const shape = (contract.calls as Record<string, Record<string, CallShape>>)[group]?.[own];
    const handlers = this.running.handlers as Record<string, Record<string, Handle>>;
    const handle = handlers[group]?.[own];
    if (shape === undefined || handle === undefined) throw new Error(`There is no ${name}.`);
    this.called.add(name);
    const work = (async () => handle(shape.input.parse(input)))();
    return shape.output.parse(await this.at.desk.clock.until(work)) as T;
  }
}

/** That every call of these groups was made by the tests before. */
export function allWereCalled(app: CalledApp, groups: readonly string[]): void {
  it('was called here', () => {
    const all = Object.entries(contract.calls)
      .filter(([group]) => groups.includes(group))
      .flatMap(([group, calls]) => Object.keys(calls).map((own) => `${group}.${own}`));
    expect([...app.called].filter((name) => all.includes(name)).sort()).toEqual(all.sort());
  });
}
