import { AppError } from '@core/domain/app-error';
import type { ProfileReport } from '@core/domain/route-profile';
import type { ConsoleAdapter, KeyPage } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { FakeKeys } from '@test/support/fake-keys';

/** The calls of an adapter; those of its deployments and protections have names of their own. */
export type ConsoleCall =
  | Exclude<keyof ConsoleAdapter, 'clockSkewMs' | 'deploys' | 'protections'>
  | 'targets'
  | 'save'
  | 'deploy'
  | 'follow'
  | 'endpoints'
  | 'protect';

/** What goes wrong with a call: before the console did its work, after it, or long before it does it (`arrive`). */
export interface Fault {
  readonly when: 'before' | 'after' | 'late';
  readonly error: AppError;
}

type Ask = <T>(call: ConsoleCall, work: () => T) => Promise<T>;

/** The truth on the other side: a console in memory that can be told what goes wrong, and is never wrong itself. */
export class FakeConsole extends FakeKeys {
  routes: ProfileReport = { routes: [], discovered: [], problem: null };
  skewMs: number | undefined = undefined;
  pageSize = 1_000;
  /** Decides what goes wrong with a call. */
  trouble: (call: ConsoleCall) => Fault | null = () => null;
  /** Holds a call up until it resolves, before or after the console did its work; for calls that overlap. */
  gate: (call: ConsoleCall) => Promise<void> | null = () => null;
  answerGate: (call: ConsoleCall) => Promise<void> | null = () => null;
  readonly calls: ConsoleCall[] = [];
  private readonly late: (() => unknown)[] = [];

  /** Lets the next calls of one kind fail, each with one of the faults; null is one that works. */
  fail(call: ConsoleCall, ...faults: (Fault | null)[]): void {
    const before = this.trouble;
    this.trouble = (asked) => (asked === call ? faults.shift() : undefined) ?? before(asked);
  }

  /** Lets every further call of one kind fail, and nothing be done. */
  block(call: ConsoleCall, error: AppError): void {
    const before = this.trouble;
    this.trouble = (asked) => (asked === call ? { when: 'before', error } : before(asked));
  }

  /** Does what was asked earlier and answered with an error. */
  arrive(): void {
    for (const work of this.late.splice(0)) quietly(work);
  }

  /** How often it was asked for something. */
  count(call: ConsoleCall): number {
    return this.calls.filter((each) => each === call).length;
  }

  /**
   * A new session with it.
   * @param alive whether anybody is left to hear an answer; what was asked is done all the same
   * @param saved told of every save of its configuration, where it has one
   */
  adapter(alive: () => boolean = () => true, saved?: ConsoleConnection['saved']): ConsoleAdapter {
    this.configuration.told = (previous, save) =>
      saved?.(this.places[0]?.environmentId ?? '', previous, save);
    const ask: Ask = async (call, work) => {
      const answer = this.exchange(call, work);
      await answer.catch(() => undefined);
      return alive() ? answer : new Promise(() => undefined);
    };
    return {
      operator: () => ask('operator', () => ({ name: 'Ada Byron', canWrite: true, canReveal: true })),
      environments: () => ask('environments', () => [...this.places]),
      roles: () => ask('roles', () => [{ name: 'Admin' }, { name: 'Reader' }]),
      keys: (place) => this.pages(place),
      key: (place, id) => ask('key', () => this.find(place, id)?.key ?? null),
      findIssued: (place, trace) => ask('findIssued', () => this.trace(place, trace)),
      issue: (place, draft, intent) => ask('issue', () => this.issue(place, draft, intent)),
      reveal: (place, id) => ask('reveal', () => this.current(place, id).secret),
      edit: (place, id, changes, revision) =>
        ask('edit', () => this.edit(this.current(place, id, revision), changes)),
      stop: (place, id, revision) => ask('stop', () => this.stop(this.current(place, id, revision))),
      probe: (_place, secret) => ask('probe', () => this.probe(secret)),
      clockSkewMs: () => this.skewMs,
      profile: () => ask('profile', () => this.routes),
      ...(this.configuration.on && this.configured(ask)),
    };
  }

  private configured(ask: Ask): Pick<ConsoleAdapter, 'deploys' | 'protections' | 'secrets'> {
    const { configuration } = this;
    return {
      secrets: (place) => ask('secrets', () => this.secretsIn(place)),
      deploys: {
        targets: () => ask('targets', () => [...configuration.targets]),
        save: () => ask('save', () => configuration.save),
        start: (_place, target) => ask('deploy', () => configuration.deploy(target)),
        follow: (_place, _target, pipeline) => ask('follow', () => configuration.stateOf(pipeline)),
      },
      protections: {
        list: () => ask('endpoints', () => [...configuration.endpoints]),
        change: (_place, path, change, revision) =>
          ask('protect', () => configuration.protect(path, change, revision)),
      },
    };
  }

  private async exchange<T>(call: ConsoleCall, work: () => T): Promise<T> {
    this.calls.push(call);
    await this.gate(call);
    const fault = this.trouble(call);
    const value = fault === null ? work() : undefined;
    if (fault?.when === 'after') quietly(work);
    if (fault?.when === 'late') this.late.push(work);
    await this.answerGate(call);
    if (fault !== null) throw fault.error;
    // Without a fault the work was done above.
    return value as T;
  }

  /** Heeds no signal: whoever cancels has to do without what still comes. */
  private async *pages(place: string): AsyncGenerator<KeyPage> {
    const all = [...this.stored.values()].filter((each) => each.environmentId === place);
    for (let from = 0; from === 0 || from < all.length; from += this.pageSize) {
      const page = await this.exchange('keys', () => all.slice(from, from + this.pageSize));
      const { on, save } = this.configuration;
      yield { keys: page.map(({ key }) => key), total: all.length, ...(on && { save }) };
    }
  }
}

function quietly(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
