import { randomUUID } from 'node:crypto';
import { AppError } from '@core/domain/app-error';
import { daysFromNow } from '@test/support/builders';
import { KeyDesk, keyAt, STAGING, type Services } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import type { BadWeather } from './bad-weather';

/** A patient operator presses the same button this often before giving up for now. */
const MOST_TRIES = 6;

/** One change as the operator meant it, and what they were told. */
export interface Change {
  readonly id: string;
  readonly kind: 'issue' | 'edit' | 'stop';
  readonly name: string;
  readonly keyId: string;
  told: 'confirmed' | 'conflict' | 'open';
}

/** Somebody at work in bad weather, with a Keydesk that crashes now and then. */
export class Operator {
  readonly desk = new KeyDesk();
  readonly changes: Change[] = [];
  /** What was wrong at the very moment the operator was told. */
  readonly lies: string[] = [];
  private services: Services;

  constructor(private readonly weather: BadWeather) {
    this.services = this.desk.start();
    this.desk.console.trouble = weather.strike;
    for (let index = 0; index < 40; index += 1) this.desk.console.add(aVendorKey({ id: `old-${index}` }));
  }

  /** Does something, as often as it takes, with crashes in between. */
  async work(): Promise<void> {
    const change = this.next();
    this.changes.push(change);
    for (let tries = 0; tries < MOST_TRIES && change.told === 'open'; tries += 1) {
      await this.press(change);
      if (this.weather.pick([true, false, false, false])) await this.restart();
      if (this.weather.pick([true, false])) this.desk.console.arrive();
    }
  }

  /** The weather clears up and everything that was ever begun is looked into. */
  async clearUp(): Promise<void> {
    this.weather.chance = 0;
    this.desk.console.arrive();
    await this.restart();
    for (const change of this.changes) if (change.told === 'open') await this.press(change);
  }

  /** The states that the journal gives to what the operator did. */
  stateOf(change: Change): string | undefined {
    return this.services.journal.find(change.id)?.state;
  }

  private next(): Change {
    const kind = this.weather.pick(['issue', 'issue', 'edit', 'stop'] as const);
    const keyId = this.weather.pick(this.settledKeys()).id;
    const id = randomUUID();
    return { id, kind, name: `change ${this.changes.length}`, keyId, told: 'open' };
  }

  /** Nobody edits or stops a key of which they do not know yet that it is there. */
  private settledKeys() {
    const open = new Set(this.changes.filter(({ told }) => told === 'open').map(({ name }) => name));
    return this.desk.console.keys.filter(({ name }) => !open.has(name));
  }

  private async press(change: Change): Promise<void> {
    try {
      change.told = await this.desk.clock.until(this.send(change), 20_000);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Somebody else, or an earlier change of ours, was faster.
      if (error.code === 'not-found' && change.kind === 'edit') change.told = 'conflict';
    }
  }

  private async restart(): Promise<void> {
    this.services = this.desk.start();
    await this.services.journal.open();
    await this.services.operations.settleConsole('acme');
  }

  private send(change: Change): Promise<Change['told']> {
    return { issue: () => this.issue(change), edit: () => this.edit(change), stop: () => this.stop(change) }[
      change.kind
    ]();
  }

  private async issue({ id, name }: Change): Promise<Change['told']> {
    const draft = {
      name,
      type: 'standard' as const,
      role: 'Reader',
      expiresAt: daysFromNow(90),
      allowedHosts: [],
    };
    const outcome = await this.services.keys.issue({ operationId: id, environment: STAGING, draft });
    if (outcome.state === 'checking') return 'open';
    const real = this.desk.console.secretOf(outcome.key.id);
    const held = outcome.handle === null ? real : this.services.vault.get(outcome.handle).secret;
    if (real === undefined || held !== real) this.lies.push(`${name}: the secret is not that of the key`);
    return 'confirmed';
  }

  private async edit({ id, name, keyId }: Change): Promise<Change['told']> {
    const revision = this.desk.console.keys.find((key) => key.id === keyId)?.revision ?? '';
    const request = { operationId: id, key: keyAt(keyId), label: keyId, changes: { name }, revision };
    const outcome = await this.services.keys.edit(request);
    if (outcome.state === 'conflict') return 'conflict';
    return outcome.state === 'checking' ? 'open' : 'confirmed';
  }

  private async stop({ id, keyId, name }: Change): Promise<Change['told']> {
    const outcome = await this.services.keys.stop({ operationId: id, key: keyAt(keyId) });
    if (outcome.state !== 'confirmed') return outcome.state === 'conflict' ? 'conflict' : 'open';
    if (this.desk.console.keys.some((key) => key.id === keyId)) this.lies.push(`${name}: stopped, and alive`);
    return 'confirmed';
  }
}
