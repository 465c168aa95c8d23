import * as z from 'zod';
import { describe, expect, it, vi } from 'vitest';
import { call, callChannel, type Handlers } from '@core/contract/shape';
import { AppError } from '@core/domain/app-error';
import { serve, type Message } from '@main/ipc/serve';
import { errorFacts } from '@main/log/error-facts';
import { PAGE_ORIGIN } from '@main/security';
import { fakeIpc, pageMessage } from '@test/support/fake-electron-ipc';
import { fakeLog } from '@test/support/fake-electron-log';

const small = {
  calls: {
    app: { status: call(z.strictObject({}), z.object({ locked: z.boolean() })) },
    settings: {
      read: call(z.strictObject({}), z.object({})),
      change: call(z.strictObject({ theme: z.string() }), z.object({})),
    },
    keys: { find: call(z.strictObject({ id: z.string().max(4) }), z.object({ name: z.string() })) },
  },
  events: {},
} as const;

const CANARY = 'canary-5f1d';

function setUp(find: (input: { id: string }) => unknown = () => ({ name: 'a' }), locked = false) {
  const ipc = fakeIpc();
  const log = fakeLog();
  const entered = vi.fn(find);
  const handlers: Handlers<typeof small> = {
    app: { status: () => ({ locked }) },
    settings: { read: () => ({}), change: () => ({}) },
    keys: { find: async (input) => entered(input) as { name: string } },
  };
  const page = { ...ipc.page };
  serve({
    contract: small,
    page,
    origin: PAGE_ORIGIN,
    handlers,
    isLocked: () => locked,
    log,
    describe: errorFacts,
  });
  const ask = (name: string, input: unknown): Promise<unknown> =>
    ipc.port.invoke(`keydesk:call:${name}`, input);
  return { ipc, log, entered, ask };
}

const refusal = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) as unknown });

describe('serve', () => {
  it('has exactly one channel per call', () => {
    const names = ['app.status', 'settings.read', 'settings.change', 'keys.find'];
    expect(setUp().ipc.channels()).toEqual(names.map((name) => `keydesk:call:${name}`));
  });

  it('does not start with a call that nothing handles', () => {
    const handlers = {} as Handlers<typeof small>;
    const parts = { origin: PAGE_ORIGIN, isLocked: () => false, log: fakeLog(), describe: errorFacts };
    expect(() => serve({ ...parts, contract: small, page: fakeIpc().page, handlers })).toThrow('app.status');
  });

  const top = { origin: PAGE_ORIGIN, parent: null };
  const destroyed = Object.defineProperty({ parent: null, origin: '' }, 'origin', {
    get: () => {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
  });
  const strangers: [string, Message][] = [
    ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }],
    ['a destroyed frame', { sender: { id: 7 }, senderFrame: destroyed }],
    ['an embedded frame', { sender: { id: 7 }, senderFrame: { ...top, parent: { ...top } as never } }],
    ['another page', { sender: { id: 8 }, senderFrame: top }],
    ...[
      'https://evil.example',
      'app://other',
      'app://bundle.evil.example',
      'app://bundle/',
      'null',
      '',
      'file://',
    ].map((origin): [string, Message] => [
      `the origin ${JSON.stringify(origin)}`,
      { sender: { id: 7 }, senderFrame: { origin, parent: null } },
    ]),
  ];

  it.each(strangers)('answers nothing to %s', async (_who, message) => {
    const { ipc, entered, log } = setUp();
    const answer = await ipc.invokeAs(message, callChannel('keys', 'find'), { id: 'a' });
    expect(answer).toEqual(refusal('forbidden'));
    expect(entered).not.toHaveBeenCalled();
    expect(log.lines[0]).toMatchObject({
      event: 'call.refused',
      facts: { call: 'keys.find', code: 'forbidden' },
    });
  });

  it('answers the top frame of its own page, without fields the contract does not name', async () => {
    const { ipc, entered } = setUp(() => ({ name: 'a', secret: CANARY }));
    const answer = await ipc.invokeAs(pageMessage, callChannel('keys', 'find'), { id: 'a' });
    expect(answer).toEqual({ ok: true, value: { name: 'a' } });
    expect(entered).toHaveBeenCalledExactlyOnceWith({ id: 'a' });
  });

  it.each([
    undefined,
    null,
    'a',
    [],
    {},
    { id: 'abcde' },
    { id: 1 },
    { id: 'a', more: 1 },
    new Map([['id', 'a']]),
  ])('lets the input %j not come near a handler', async (input) => {
    const { ask, entered } = setUp();
    expect(await ask('keys.find', input)).toEqual(refusal('invalid-input'));
    expect(entered).not.toHaveBeenCalled();
  });

  it('says which field was not accepted, not what was in it', async () => {
    const answer = await setUp().ask('keys.find', { id: CANARY });
    expect(answer).toMatchObject({ error: { facts: { field: 'id' } } });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });

  it('passes on an expected failure as it is', async () => {
    const error = new AppError('conflict', 'Somebody else changed it.', { status: 412 });
    const { ask } = setUp(() => Promise.reject(error));
    expect(await ask('keys.find', { id: 'a' })).toEqual({ ok: false, error: error.toShape() });
  });

  it.each<[string, () => unknown]>([
    [
      'an error with the request in it',
      () => Promise.reject(Object.assign(new Error(CANARY), { config: CANARY })),
    ],
    ['a thrown text', () => thrown(CANARY)],
    ['nothing', () => thrown(undefined)],
    ['a synchronous failure', () => raise(new TypeError(CANARY))],
    ['an answer of the wrong shape', () => ({ name: 1, secret: CANARY })],
    [
      'an answer that throws when it is read',
      () => ({
        get name() {
          return raise(new Error(CANARY));
        },
      }),
    ],
  ])('turns %s into a numbered incident that is in the log', async (_what, find) => {
    const { ask, log } = setUp(find);
    const answer = (await ask('keys.find', { id: 'a' })) as { error: { facts: { incident: string } } };
    const { incident } = answer.error.facts;
    expect(answer).toEqual(refusal('unexpected'));
    expect(incident).toMatch(/^[0-9A-F]{4}$/);
    expect(log.lines).toEqual([
      expect.objectContaining({
        level: 'error',
        facts: expect.objectContaining({ incident, call: 'keys.find' }) as unknown,
      }),
    ]);
    expect(JSON.stringify([answer, log.lines])).not.toContain(CANARY);
  });

  it('answers only the application and the reading of settings while locked', async () => {
    const { ask, entered } = setUp(undefined, true);
    expect(await ask('app.status', {})).toEqual({ ok: true, value: { locked: true } });
    expect(await ask('settings.read', {})).toEqual({ ok: true, value: {} });
    expect(await ask('settings.change', { theme: 'dark' })).toEqual(refusal('locked'));
    expect(await ask('keys.find', { id: 'a' })).toEqual(refusal('locked'));
    expect(entered).not.toHaveBeenCalled();
  });
});

/** Other people's code rejects with anything. */
function thrown(value: unknown): Promise<never> {
  return Promise.resolve().then(() => raise(value as Error));
}

function raise(error: Error): never {
  throw error;
}
