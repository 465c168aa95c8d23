import { AppError } from '@core/domain/app-error';
import type { OperationState } from '@core/domain/operation';
import { daysFromNow } from '@test/support/builders';
import type { ConsoleCall } from '@test/support/fake-adapter';
import { KeyDesk, STAGING, type Services } from '@test/support/key-desk';

const full = new AppError('storage', 'The disk is full.');

/** The end of one form. */
export interface FormEnd {
  readonly index: number;
  readonly keyId: string;
  readonly secret: string;
}

/** Keydesk with three open forms, and a console whose calls go on only when they are let. */
export class ClickWorld {
  readonly desk = new KeyDesk();
  /** By form: the keys that somebody was told are done. */
  readonly confirmed = new Map<number, Set<string>>();
  /** Whether requests and answers are held up from now on. */
  slow = false;
  private services: Services;
  private held: (() => void)[] = [];
  private pending: Promise<unknown>[] = [];
  private readonly clicked = new Set<number>();

  private constructor() {
    const hold = (call: ConsoleCall): Promise<void> | null =>
      call === 'environments' || !this.slow ? null : new Promise((resolve) => this.held.push(resolve));
    this.desk.console.gate = hold;
    this.desk.console.answerGate = hold;
    this.services = this.desk.start();
  }

  /** A world in which nothing has happened yet. */
  static async create(): Promise<ClickWorld> {
    const world = new ClickWorld();
    await world.desk.signIn();
    return world;
  }

  /** Somebody presses the button of a form. */
  async click(index: number): Promise<void> {
    this.clicked.add(index);
    this.pending.push(this.send(index).catch(expected));
    await this.desk.clock.pass(0);
  }

  /** The list is read again. */
  async refresh(): Promise<void> {
    const looking = this.services.journal.open().then(() => this.services.operations.settleConsole('acme'));
    this.pending.push(looking.catch(expected));
    await this.desk.clock.pass(0);
  }

  /** A request or an answer that was held up arrives, in any order: they came over different connections. */
  async letGoOn(which: number): Promise<void> {
    const [go] = this.held.splice(which % Math.max(1, this.held.length), 1);
    go?.();
    await this.desk.clock.pass(0);
  }

  /** Keydesk crashes and starts again; what it had asked for is still under way. */
  restart(): void {
    this.services = this.desk.start();
    this.pending = [];
  }

  fillDisk(isFull: boolean): void {
    this.desk.stores.operations.refuse = isFull ? () => full : null;
  }

  /** The weather clears up, everything arrives, and whoever had pressed a button presses it once more. */
  async end(): Promise<FormEnd[]> {
    const { console } = this.desk;
    this.fillDisk(false);
    console.trouble = () => null;
    this.slow = false;
    while (this.held.length > 0) await this.letGoOn(0);
    await this.desk.clock.until(Promise.all(this.pending), 60_000);
    console.arrive();
    this.restart();
    await this.refresh();
    return this.desk.clock.until(Promise.all([...this.clicked].map((index) => this.finish(index))), 60_000);
  }

  /** The states of everything that was ever intended. */
  states(): OperationState[] {
    return this.services.journal.all().map(({ state }) => state);
  }

  private async finish(index: number): Promise<FormEnd> {
    const outcome = await this.send(index);
    if (outcome.state !== 'confirmed' || outcome.handle === null)
      throw new Error(`Form ${index} has no end.`);
    return { index, keyId: outcome.key.id, secret: this.services.vault.get(outcome.handle).secret };
  }

  private async send(index: number) {
    const outcome = await this.services.keys.issue({
      operationId: `00000000-0000-4000-8000-00000000000${index}`,
      environment: STAGING,
      draft: {
        name: `Form ${index}`,
        type: 'standard',
        role: 'Reader',
        expiresAt: daysFromNow(90),
        allowedHosts: [],
      },
    });
    if (outcome.state === 'confirmed')
      this.confirmed.set(index, (this.confirmed.get(index) ?? new Set()).add(outcome.key.id));
    return outcome;
  }
}

function expected(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
