import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { DEFAULT_SETTINGS, type Settings } from '@core/domain/settings';
import { SessionService, type OnLock } from '@main/services/session-service';
import { FakeClock } from '@test/support/fake-clock';
import { MemoryDocument } from '@test/support/memory-stores';

const MINUTE_MS = 60_000;

describe('SessionService', () => {
  let clock: FakeClock;
  let settings: MemoryDocument<Settings>;
  let told: boolean[];
  let forgotten: string[];
  let session: SessionService;
  const start = (...onLock: OnLock[]): SessionService => {
    const made: SessionService = new SessionService(settings, clock, () => told.push(made.locked), onLock);
    return made;
  };

  beforeEach(async () => {
    clock = new FakeClock();
    settings = new MemoryDocument(DEFAULT_SETTINGS);
    told = [];
    forgotten = [];
    session = start(() => void forgotten.push('secrets'));
    await session.start();
  });

  it('locks after five minutes without input, and forgets', async () => {
    await clock.pass(5 * MINUTE_MS - 1);
    expect(session.locked).toBe(false);
    await clock.pass(1);
    expect(session.locked).toBe(true);
    expect(forgotten).toEqual(['secrets']);
    expect(told).toEqual([true]);
  });

  it('is put off by input', async () => {
    for (let count = 0; count < 10; count += 1) {
      await clock.pass(4 * MINUTE_MS);
      await session.active();
    }
    expect(session.locked).toBe(false);
    await clock.pass(5 * MINUTE_MS);
    expect(session.locked).toBe(true);
  });

  it('takes the time from the settings as they are', async () => {
    settings.value = { ...DEFAULT_SETTINGS, idleLockMinutes: 1 };
    await session.active();
    await clock.pass(MINUTE_MS);
    expect(session.locked).toBe(true);
  });

  it('never locks for want of input where that is switched off', async () => {
    settings.value = { ...DEFAULT_SETTINGS, idleLockMinutes: 0 };
    await session.active();
    await clock.pass(60 * MINUTE_MS);
    expect(session.locked).toBe(false);
  });

  it('asks for a click after twelve hours, however busy the operator is', async () => {
    for (let minutes = 0; minutes < 12 * 60 - 4; minutes += 4) {
      await clock.pass(4 * MINUTE_MS);
      await session.active();
    }
    expect(session.locked).toBe(false);
    await clock.pass(4 * MINUTE_MS);
    expect(session.locked).toBe(true);
  });

  it('starts both clocks anew with the click', async () => {
    await session.lock();
    await clock.pass(13 * 60 * MINUTE_MS);
    await session.unlock();
    expect(session.locked).toBe(false);
    expect(told).toEqual([true, false]);
    await clock.pass(5 * MINUTE_MS - 1);
    expect(session.locked).toBe(false);
    await clock.pass(1);
    expect(session.locked).toBe(true);
    expect(forgotten).toHaveLength(2);
  });

  it('has one clock of each kind, however often it is started', async () => {
    await session.unlock();
    await session.unlock();
    expect(clock.waiting).toBe(2);
  });

  it('cannot be unlocked by input', async () => {
    await session.lock();
    await session.active();
    expect(session.locked).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  it('forgets once for two locks', async () => {
    await Promise.all([session.lock(), session.lock()]);
    expect(forgotten).toEqual(['secrets']);
  });

  it('has everything forgotten although some of it fails', async () => {
    session = start(
      () => {
        throw new Error('a bug of ours');
      },
      () => Promise.reject(new AppError('unexpected', 'The clipboard does not answer.')),
      () => void forgotten.push('vault'),
      () => void forgotten.push('sessions'),
    );
    await session.lock();
    expect(forgotten).toEqual(['vault', 'sessions']);
    expect(session.locked).toBe(true);
  });

  it('has everything forgotten although nobody can be told', async () => {
    session = new SessionService(
      settings,
      clock,
      () => {
        throw new Error('The window is gone.');
      },
      [() => void forgotten.push('vault')],
    );
    await session.lock().catch(() => undefined);
    expect(forgotten).toEqual(['vault']);
    expect(session.locked).toBe(true);
  });

  it('is not held up by one that takes its time', async () => {
    session = start(
      () => new Promise(() => undefined),
      () => void forgotten.push('vault'),
    );
    void session.lock();
    expect(session.locked).toBe(true);
    expect(forgotten).toEqual(['vault']);
    expect(told).toEqual([true]);
  });

  it('locks after the usual time while its settings cannot be read', async () => {
    settings.failure = new AppError('storage', 'The disk reported a fault.');
    settings.unreadable = true;
    await session.lock();
    await session.unlock();
    expect(told).toEqual([true, false]);
    await clock.pass(5 * MINUTE_MS);
    expect(session.locked).toBe(true);
  });
});
