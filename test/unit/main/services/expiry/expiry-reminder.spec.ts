import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS } from '@core/domain/instant';
import { notifierOver } from '@main/electron/notifier';
import { ExpiryReminder, type ListedAt, type ToldFile } from '@main/services/expiry/expiry-reminder';
import { aKey, daysFromNow, someSettings } from '@test/support/builders';
import { FakeClock } from '@test/support/fake-clock';
import { MemoryDocument } from '@test/support/memory-stores';

const REF = { consoleId: 'acme', environmentId: 'env-staging' };
const listed = (id: string, days: number, over: Partial<ApiKey> = {}): ListedAt => ({
  ref: REF,
  id,
  key: aKey({ name: `Key ${id}`, expiresAt: daysFromNow(days), ...over }),
});

describe('ExpiryReminder', () => {
  let clock: FakeClock;
  let keys: ListedAt[];
  let said: { title: string; body: string }[];
  const settings = new MemoryDocument(someSettings());
  const told = new MemoryDocument<ToldFile>({});

  const reminder = (): ExpiryReminder =>
    new ExpiryReminder({
      clock,
      listed: () => keys,
      settings,
      told,
      notifier: { notify: (texts) => void said.push(texts) },
      placeName: () => 'staging',
      log: { warn: () => undefined },
    });

  beforeEach(() => {
    clock = new FakeClock();
    keys = [];
    said = [];
    settings.value = someSettings();
    told.value = {};
  });

  /** A swarm of listings. */
  const listAll = async (one = reminder()): Promise<void> => {
    for (let times = 0; times < 5; times += 1) one.listedAnew();
    await clock.pass(10_000);
  };

  it('tells of all that expire soon at once, the earliest first', async () => {
    keys = [listed('a', 13), listed('b', 2), listed('c', 15), listed('d', 14), listed('e', 5)];
    await listAll();
    expect(said).toEqual([
      {
        title: '4 keys expire within 14 days',
        body: 'Key b (staging): 6 Mar 2026\nKey e (staging): 9 Mar 2026\nKey a (staging): 17 Mar 2026\nand 1 more',
      },
    ]);
  });

  it('is quiet when nothing is due', async () => {
    keys = [
      listed('far', 15),
      listed('past', -1),
      listed('revoked', 3, { revokedAt: daysFromNow(-1) }),
      listed('disabled', 3, { active: false }),
      listed('endless', 3, { expiresAt: 'never' }),
      listed('dark', 3, { expiresAt: 'unknown' }),
    ];
    await listAll();
    expect(said).toEqual([]);
  });

  it('tells each key once, over a restart too, and again when its end was moved', async () => {
    keys = [listed('a', 3)];
    await listAll();
    await listAll();
    await listAll(reminder());
    expect(said.map(({ title }) => title)).toEqual(['1 key expires within 14 days']);
    keys = [listed('a', 9)];
    await listAll();
    expect(said).toHaveLength(2);
  });

  it('looks once a day, without a listing', async () => {
    keys = [listed('a', 14.5)];
    await listAll();
    expect(said).toEqual([]);
    await clock.pass(DAY_MS);
    expect(said).toHaveLength(1);
  });

  it('is off at 0 days', async () => {
    settings.value = someSettings({ expiryLeadDays: 0 });
    keys = [listed('a', 3)];
    await listAll();
    expect(said).toEqual([]);
  });

  it('forgets keys that have ended', async () => {
    told.value = { old: daysFromNow(-1), other: daysFromNow(1) };
    keys = [listed('a', 3)];
    await listAll();
    expect(Object.keys(told.value)).toEqual(['other', JSON.stringify(['acme', 'env-staging', 'a'])]);
  });
});

describe('notifierOver', () => {
  const made: FakeNotification[] = [];
  class FakeNotification {
    static supported = true;
    static isSupported = (): boolean => FakeNotification.supported;
    click = (): void => undefined;
    shown = false;
    constructor(readonly texts: { title: string; body: string }) {
      made.push(this);
    }
    on(_event: 'click', listener: () => void): void {
      this.click = listener;
    }
    show(): void {
      this.shown = true;
    }
  }

  it('shows what is told, and a click brings the window to the front', () => {
    const did: string[] = [];
    const notifier = notifierOver(FakeNotification, {
      isMinimized: () => true,
      restore: () => void did.push('restore'),
      show: () => void did.push('show'),
      focus: () => void did.push('focus'),
    });
    FakeNotification.supported = false;
    notifier.notify({ title: 'unseen', body: '' });
    FakeNotification.supported = true;
    notifier.notify({ title: 'seen', body: 'b' });
    expect(made.map(({ texts, shown }) => [texts.title, shown])).toEqual([['seen', true]]);
    made[0]?.click();
    expect(did).toEqual(['restore', 'show', 'focus']);
  });
});
