import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type { VendorId } from '@core/domain/vendor';
import { ReplacementBook, type ReplacementFile } from '@main/services/replacements/replacement-book';
import { ReplacementService } from '@main/services/replacements/replacement-service';
import { daysFromNow } from '@test/support/builders';
import { keyAt, STAGING, startedDesk, type KeyDesk, type Services } from '@test/support/key-desk';
import { MemoryDocument } from '@test/support/memory-stores';
import { aVendorKey } from '@test/support/vendor-records';

const ID = '00000000-0000-4000-8000-000000000001';
const LOST = new AppError('server', 'Gateway timeout.');

class Rig {
  desk!: KeyDesk;
  services!: Services;
  replacements!: ReplacementService;
  readonly store = new MemoryDocument<ReplacementFile>([]);

  async open(vendor: VendorId): Promise<void> {
    const { desk, ...services } = await startedDesk(vendor);
    this.desk = desk;
    this.store.value = [];
    this.use(services);
  }

  restart(): void {
    this.use(this.desk.start());
  }

  /** Issues a key that takes over from key-1, of the same name where the vendor's keys are known by it. */
  issue(days = 1) {
    const wait =
      this.vendor === 'qodly'
        ? ({ kind: 'silence', days } as const)
        : ({ kind: 'date', at: toInstant(this.desk.clock.now() + days * DAY_MS) } as const);
    return this.at(
      this.replacements.issue({ operationId: ID, old: keyAt('key-1'), draft: this.draft, wait }),
    );
  }

  at<T>(work: Promise<T>): Promise<T> {
    return this.desk.clock.until(work);
  }

  async current() {
    const [replacement] = await this.replacements.list();
    return replacement;
  }

  private get vendor(): VendorId {
    return this.desk.stores.consoles.value[0]?.vendor ?? 'qodly';
  }

  private get draft() {
    if (this.vendor === 'mia') return { name: 'mobile', active: true, secret: 'generate' } as const;
    const { type, role } = { type: 'standard', role: 'Reader' } as const;
    return { name: 'Accounting', type, role, expiresAt: daysFromNow(90), allowedHosts: [] };
  }

  private use(services: Services): void {
    this.services = services;
    const book = new ReplacementBook(this.store, () => undefined);
    this.replacements = new ReplacementService({ ...services, book, clock: this.desk.clock });
  }
}

describe('a replacement', () => {
  const rig = new Rig();

  beforeEach(async () => {
    await rig.open('qodly');
    rig.desk.console.newKeys = { hint: '…0001' };
  });

  it('sees the old key fall silent, and revokes nothing', async () => {
    rig.desk.console.add(aVendorKey({ lastUsedAt: daysFromNow(-1) }));
    await rig.issue();
    await rig.replacements.follow(STAGING);
    expect(await rig.current()).toMatchObject({
      new: { keyId: 'new-1', hint: '…0001' },
      seen: { lastUsedAt: daysFromNow(-1) },
    });
    await rig.desk.clock.pass(2 * DAY_MS);
    await rig.replacements.catchUp();
    expect((await rig.current())?.seen?.at).toBe(toInstant(rig.desk.clock.now()));
    expect(rig.desk.console.stopped).toEqual([]);
  });

  it('is there before anything is sent, and finds the new key after a crash', async () => {
    rig.desk.console.add();
    rig.desk.console.fail('issue', { when: 'late', error: LOST });
    expect(await rig.issue()).toMatchObject({ state: 'checking' });
    expect(await rig.current()).not.toHaveProperty('new');
    rig.desk.console.arrive();
    rig.restart();
    await rig.at(rig.services.journal.open());
    await rig.at(rig.services.operations.settleConsole('acme'));
    await rig.at(rig.replacements.catchUp());
    expect(await rig.current()).toMatchObject({ new: { keyId: 'new-1' } });
  });

  it('is forgotten where no key was created', async () => {
    rig.desk.console.add();
    rig.desk.console.fail('issue', { when: 'before', error: new AppError('forbidden', 'Not you.') });
    await expect(rig.issue()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rig.current()).toBeUndefined();
  });

  it.each([
    ['expired', { expiresAt: daysFromNow(-1) }],
    ['revoked', { revokedAt: daysFromNow(-1) }],
  ] as const)('ends by itself when the old key is %s', async (why, fact) => {
    rig.desk.console.add();
    await rig.issue();
    rig.desk.console.add(aVendorKey(fact));
    await rig.replacements.follow(STAGING);
    expect(await rig.current()).toMatchObject({ end: { why } });
  });

  it('ends when the new key is gone, for then the old one is needed', async () => {
    rig.desk.console.add();
    await rig.issue();
    await rig.replacements.follow(STAGING);
    await rig.at(rig.services.keys.stop({ operationId: ID.replace(/1$/, '2'), key: keyAt('new-1') }));
    await rig.replacements.follow(STAGING);
    expect(await rig.current()).toMatchObject({ end: { why: 'orphaned' } });
  });

  it('stays as it is while the console hides the environment or does not answer', async () => {
    rig.desk.console.add();
    await rig.issue();
    rig.desk.console.places = [];
    await rig.replacements.follow(STAGING);
    rig.desk.console.block('key', LOST);
    await rig.replacements.follow(STAGING);
    expect((await rig.current())?.end).toBeUndefined();
  });
});

describe('where an id passes on', () => {
  const rig = new Rig();

  it('never takes the new key for the old one', async () => {
    await rig.open('mia');
    rig.desk.console.add(aVendorKey({ hint: '…olds' }));
    rig.desk.console.newKeys = { hint: '…news' };
    await rig.issue();
    await rig.replacements.follow(STAGING);
    // Somebody removes the old key elsewhere, and the new one now answers to its name.
    const young = rig.desk.console.keys.find(({ id }) => id === 'new-1');
    await rig.at(rig.services.keys.stop({ operationId: ID.replace(/1$/, '2'), key: keyAt('new-1') }));
    rig.desk.console.add({ ...aVendorKey(), ...young, id: 'key-1' });
    await rig.replacements.follow(STAGING);
    expect(await rig.current()).toMatchObject({ end: { why: 'gone' } });
  });
});
