import { describe, expect, it } from 'vitest';
import { Operation } from '@core/domain/operation';
import { nodeCrypto } from '@main/node-crypto';
import { operationNote } from '@main/services/activity/operation-notes';
import { OperationJournal } from '@main/services/operation-journal';
import { daysFromNow } from '@test/support/builders';
import { FakeClock } from '@test/support/fake-clock';
import { keyAt } from '@test/support/key-desk';
import { MemoryLog } from '@test/support/memory-stores';

const journal = new OperationJournal(new MemoryLog(Operation), new FakeClock(), nodeCrypto, () => undefined);
const parts = { startedAt: daysFromNow(-1), hash: (payload: unknown) => journal.hash(payload) };

const operation = (over: Partial<Operation>): Operation => ({
  id: '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11',
  kind: 'stop',
  ...keyAt('key-1'),
  label: 'Accounting',
  clientRef: 'ref',
  idempotencyKey: 'key',
  payloadHash: '0'.repeat(64),
  state: 'sent',
  startedAt: daysFromNow(0),
  changedAt: daysFromNow(0),
  ...over,
});

const note = (over: Partial<Operation>, before?: Partial<Operation>) =>
  operationNote(operation(over), before && operation({ ...over, ...before }), parts);

describe('what the activity log says of an operation', () => {
  it.each(['intended', 'sent'] as const)('is nothing while it is %s', (state) => {
    expect(note({ state })).toBeNull();
  });

  it.each([
    ['confirmed', 'sent', 'confirmed'],
    ['failed', 'sent', 'failed'],
    ['ambiguous', 'sent', 'unclear'],
    ['confirmed', 'ambiguous', 'found'],
    ['absent', 'ambiguous', 'absent'],
    ['confirmed', 'absent', 'found'],
  ] as const)('is, for %s after %s, %s', (state, before, result) => {
    expect(note({ state }, { state: before })).toMatchObject({ result, ...keyAt('key-1') });
  });

  it('is found later where an earlier session sent it', () => {
    expect(note({ state: 'confirmed', startedAt: daysFromNow(-2) }, { state: 'sent' })?.result).toBe('found');
  });

  it('is said once, however often it is looked at', () => {
    expect(note({ state: 'ambiguous' }, { state: 'ambiguous' })).toBeNull();
  });

  it('is, of a deployment, left to those who follow it, unless it ended with an earlier session', () => {
    expect(note({ kind: 'deploy', state: 'confirmed' }, { state: 'sent' })).toBeNull();
    expect(note({ kind: 'deploy', state: 'absent' }, { state: 'ambiguous' })).toBeNull();
    const earlier = note({ kind: 'deploy', state: 'absent', startedAt: daysFromNow(-2) }, { state: 'sent' });
    expect(earlier).toMatchObject({ action: 'deploy', result: 'absent' });
  });

  it('says why it failed', () => {
    expect(note({ state: 'failed', error: 'forbidden' })).toMatchObject({ why: 'forbidden' });
  });

  it.each([
    [['active'], { active: false }, 'disable'],
    [['active'], { active: true }, 'enable'],
    [['active', 'role'], { active: false, role: 'Reader' }, 'edit'],
    [['role'], { role: 'Reader' }, 'edit'],
  ])('tells a change of %j to %j as %s', (fields, payload, action) => {
    const payloadHash = journal.hash(payload);
    expect(note({ kind: 'edit', state: 'confirmed', fields, payloadHash })?.action).toBe(action);
  });
});
