import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { DAY_MS } from '@core/domain/instant';
import { Operation } from '@core/domain/operation';
import { nodeCrypto } from '@main/node-crypto';
import { OperationJournal, type OperationIntent } from '@main/services/operation-journal';
import { NOW } from '@test/support/builders';
import { FakeClock } from '@test/support/fake-clock';
import { MemoryLog } from '@test/support/memory-stores';

const full = new AppError('storage', 'The disk is full.', { system: 'ENOSPC' });
const intent = (over: Partial<OperationIntent> = {}): OperationIntent => ({
  id: '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11',
  kind: 'issue',
  consoleId: 'acme',
  environmentId: 'env-staging',
  label: 'Accounting',
  payload: { name: 'Accounting', role: 'Reader' },
  ...over,
});

describe('OperationJournal', () => {
  let log: MemoryLog<Operation>;
  let clock: FakeClock;
  let changes: number;
  const start = (): OperationJournal => new OperationJournal(log, clock, nodeCrypto, () => (changes += 1));

  beforeEach(() => {
    log = new MemoryLog(Operation);
    clock = new FakeClock();
    changes = 0;
  });

  it('has an intent on the disk before anybody gets it', async () => {
    const operation = await start().intend(intent());
    expect(operation).toMatchObject({
      state: 'intended',
      label: 'Accounting',
      startedAt: '2026-03-04T12:00:00.000Z',
    });
    expect(log.entries).toEqual([operation]);
  });

  it('keeps the hash of what is asked for, and nothing of it', async () => {
    const operation = await start().intend(intent({ payload: { name: 'Accounting', note: 'between us' } }));
    expect(operation.payloadHash).toMatch(/^[0-9a-f]{64}$/);
    expect(log.text).not.toContain('between us');
  });

  it('marks every intent so that it can be found again, and nobody can guess the mark', async () => {
    const journal = start();
    const one = await journal.intend(intent());
    const other = await journal.intend(intent({ id: '00000000-0000-4000-8000-000000000001' }));
    expect(one.clientRef).toMatch(/^[0-9a-f]{32}$/);
    expect(one.clientRef).not.toBe(other.clientRef);
    expect(one.idempotencyKey).not.toBe(other.idempotencyKey);
  });

  it('gives the same form its operation back, whatever the order of its members', async () => {
    const journal = start();
    const first = await journal.intend(intent());
    const second = await journal.intend(intent({ payload: { role: 'Reader', name: 'Accounting' } }));
    expect(second).toBe(first);
    expect(log.entries).toHaveLength(1);
  });

  it.each<[string, Partial<OperationIntent>]>([
    ['other values', { payload: { name: 'Accounting', role: 'Admin' } }],
    ['another place', { environmentId: 'env-production' }],
    ['another console', { consoleId: 'other' }],
    ['another kind of change', { kind: 'stop' }],
    ['another key', { keyId: 'key-2' }],
  ])('refuses the same form with %s', async (_what, change) => {
    const journal = start();
    await journal.intend(intent({ kind: 'edit', keyId: 'key-1' }));
    await expect(journal.intend(intent({ kind: 'edit', keyId: 'key-1', ...change }))).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(log.entries).toHaveLength(1);
  });

  it('knows an issue again after it learnt which key came of it', async () => {
    const journal = start();
    await journal.note(await journal.intend(intent()), 'confirmed', { keyId: 'key-9' });
    expect(await journal.intend(intent())).toMatchObject({ state: 'confirmed', keyId: 'key-9' });
  });

  it('takes a corrected form where the first try surely had no effect, as another intent', async () => {
    const journal = start();
    const first = await journal.intend(intent());
    await journal.note(first, 'failed', { error: 'invalid-input' });
    const second = await journal.intend(intent({ payload: { name: 'Books' } }));
    expect(second.state).toBe('intended');
    expect(second.error).toBeUndefined();
    expect(second.idempotencyKey).not.toBe(first.idempotencyKey);
    expect(second.clientRef).not.toBe(first.clientRef);
  });

  it('says nothing was intended when that cannot be written', async () => {
    const journal = start();
    log.refuse = () => full;
    await expect(journal.intend(intent())).rejects.toBe(full);
    expect(journal.all()).toEqual([]);
  });

  it('does not move on when `record` cannot be written', async () => {
    const journal = start();
    const operation = await journal.intend(intent());
    log.refuse = () => full;
    await expect(journal.record(operation, 'sent')).rejects.toBe(full);
    expect(journal.find(operation.id)?.state).toBe('intended');
  });

  it('knows what happened even when `note` cannot be written; the disk still says it was sent', async () => {
    const journal = start();
    const operation = await journal.record(await journal.intend(intent()), 'sent');
    log.refuse = () => full;
    await journal.note(operation, 'confirmed', { keyId: 'key-9' });
    expect(journal.find(operation.id)).toMatchObject({ state: 'confirmed', keyId: 'key-9' });
    expect(log.entries.at(-1)?.state).toBe('sent');
  });

  it('forgets an error once the state is another', async () => {
    const journal = start();
    const operation = await journal.intend(intent());
    await journal.note(operation, 'ambiguous', { error: 'timeout' });
    const confirmed = await journal.note(operation, 'confirmed');
    expect(confirmed.error).toBeUndefined();
  });

  it('keeps names of any script within what a line may hold', async () => {
    const name = '🔑'.repeat(300);
    const operation = await start().intend(intent({ label: name }));
    expect([...operation.label]).toHaveLength(200);
    expect(log.entries[0]?.label).toBe(operation.label);
  });

  it('tells the window of every change', async () => {
    const journal = start();
    const operation = await journal.intend(intent());
    const before = changes;
    await journal.note(operation, 'sent');
    expect(changes).toBe(before + 1);
  });

  describe('after a restart', () => {
    it('knows the latest state of everything, oldest first', async () => {
      const before = start();
      const one = await before.intend(intent());
      await before.intend(intent({ id: '00000000-0000-4000-8000-000000000001' }));
      await before.record(one, 'sent');
      const journal = start();
      await journal.open();
      expect(journal.all().map(({ state }) => state)).toEqual(['sent', 'intended']);
      expect(journal.find(one.id)?.idempotencyKey).toBe(one.idempotencyKey);
    });

    it('reads once, and again after it could not', async () => {
      await start().intend(intent());
      const journal = start();
      log.failure = full;
      await expect(journal.open()).rejects.toBe(full);
      await expect(journal.intend(intent())).rejects.toBe(full);
      log.failure = null;
      await Promise.all([journal.open(), journal.open()]);
      expect(journal.all()).toHaveLength(1);
    });

    it('drops what was settled more than 30 days ago and never what is open', async () => {
      const before = start();
      const states = ['confirmed', 'failed', 'absent', 'intended', 'sent', 'ambiguous'] as const;
      for (const [index, state] of states.entries()) {
        const id = `00000000-0000-4000-8000-00000000000${index}`;
        await before.note(await before.intend(intent({ id })), state);
      }
      clock.turnTo(NOW + 30 * DAY_MS);
      const inTime = start();
      await inTime.open();
      expect(inTime.all()).toHaveLength(states.length);
      clock.turnTo(NOW + 31 * DAY_MS);
      const late = start();
      await late.open();
      expect(late.all().map(({ state }) => state)).toEqual(['intended', 'sent', 'ambiguous']);
    });

    it('makes a long file short again without losing a state', async () => {
      const before = start();
      const operation = await before.intend(intent());
      for (let turn = 0; turn < 60; turn += 1) {
        await clock.pass(1);
        await before.note(operation, 'ambiguous', { error: 'timeout' });
        await before.note(operation, 'absent');
      }
      const other = await before.intend(intent({ id: '00000000-0000-4000-8000-000000000001' }));
      await start().open();
      expect(log.entries.length).toBeLessThan(5);
      const journal = start();
      await journal.open();
      expect(journal.find(operation.id)).toEqual(before.find(operation.id));
      expect(journal.find(other.id)).toEqual(other);
    });
  });
});
