import * as z from 'zod';
import { expect, it } from 'vitest';
import { emitTo } from '@main/ipc/emit';
import { fakeLog } from '@test/support/fake-electron-log';

const small = { calls: {}, events: { changed: z.object({ count: z.number() }) } } as const;

function setUp(destroyed = false) {
  const sent: unknown[][] = [];
  const log = fakeLog();
  const contents = { send: (...args: unknown[]) => void sent.push(args), isDestroyed: () => destroyed };
  return { sent, log, emit: emitTo(small, contents, log) };
}

it('sends an event without fields the contract does not name', () => {
  const { emit, sent } = setUp();
  const payload = { count: 1, secret: 'x' };
  emit('changed', payload);
  expect(sent).toEqual([['keydesk:event:changed', { count: 1 }]]);
});

it('logs and drops an event that does not fit', () => {
  const { emit, sent, log } = setUp();
  emit('changed', JSON.parse('{"count":"1"}') as { count: number });
  expect(sent).toEqual([]);
  expect(log.lines).toEqual([{ level: 'error', event: 'ipc.bad-event', facts: { kind: 'changed' } }]);
});

it('sends nothing to a page that is gone', () => {
  const { emit, sent } = setUp(true);
  emit('changed', { count: 1 });
  expect(sent).toEqual([]);
});
