import * as z from 'zod';
import { beforeEach, describe, expect, it } from 'vitest';
import { contractNames, createBridge } from '@core/contract/bridge';
import { contract, type AppContract } from '@core/contract/contract';
import { unwrap } from '@core/contract/result';
import type { Bridge, CallShape, Emit, Handlers } from '@core/contract/shape';
import { AppError } from '@core/domain/app-error';
import { DEFAULT_SETTINGS } from '@core/domain/settings';
import { emitTo } from '@main/ipc/emit';
import { serve } from '@main/ipc/serve';
import { errorFacts } from '@main/log/error-facts';
import { PAGE_ORIGIN } from '@main/security';
import { createClient } from '@renderer/api/client';
import { fakeIpc } from '@test/support/fake-electron-ipc';
import { fakeLog } from '@test/support/fake-electron-log';

type Handler = (input: unknown) => unknown;

const ENVIRONMENT = { consoleId: 'practice', environmentId: 'env/1' };

let bridge: Bridge<AppContract>;
let emit: Emit<AppContract>;
let handle: Record<string, Handler>;
let listeners: () => number;

/** Both ends as they are in the application, over a line that clones what crosses as Electron does. */
beforeEach(() => {
  const ipc = fakeIpc();
  const log = fakeLog();
  handle = {};
  const handlers: Record<string, Record<string, Handler>> = {};
  for (const call of contractNames(contract).calls) {
    const [group = '', name = ''] = call.split('.');
    (handlers[group] ??= {})[name] = (input) => handle[call]?.(input);
  }
  serve({
    contract,
    page: ipc.page,
    origin: PAGE_ORIGIN,
    handlers: handlers as Handlers<AppContract>,
    isLocked: () => false,
    log,
    describe: errorFacts,
  });
  bridge = createBridge<AppContract>(contractNames(contract), ipc.port);
  emit = emitTo(contract, ipc.contents, log);
  listeners = ipc.listeners;
});

describe('a call', () => {
  it('reaches its handler with what the window gave and returns its answer', async () => {
    handle['settings.change'] = (change) => ({ ...DEFAULT_SETTINGS, ...(change as object) });
    const client = createClient<AppContract>(bridge);
    expect(await client.settings.change({ theme: 'dark' })).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it('brings 2,000 rows as one text, untouched', async () => {
    const json = JSON.stringify(
      Array.from({ length: 2_000 }, (_, row) => ({ id: String(row), name: 'ключ "' })),
    );
    handle['keys.page'] = () => ({ json });
    expect(unwrap(await bridge.keys.page({ listing: 'l', page: 0 })).json).toBe(json);
  });

  it('fails in the window as the same error that main threw', async () => {
    const error = new AppError('rate-limited', 'Wait a minute.', { retryAfterMs: 60_000, status: 429 });
    handle['consoles.list'] = () => Promise.reject(error);
    const client = createClient<AppContract>(bridge);
    const seen = await client.consoles.list({}).catch((caught: unknown) => caught);
    expect(seen).toBeInstanceOf(AppError);
    expect((seen as AppError).toShape()).toEqual(error.toShape());
  });

  it('never brings a field that its schema does not name', async () => {
    const facts = { version: '1', electron: '1', platform: 'linux' };
    const status = { ...facts, keychain: 'ok', sessionOnly: false, revokeOnly: 'off' };
    handle['app.status'] = () => ({ ...status, locked: false, trainingFolder: '/t', password: 'p' });
    expect(unwrap(await bridge.app.status({}))).toEqual({ ...status, locked: false, trainingFolder: '/t' });
  });

  it('whose input is not the contract’s comes back as a refusal, with its field', async () => {
    handle['keys.load'] = () => expect.unreachable();
    const input = { environment: { ...ENVIRONMENT, consoleId: '../etc' } };
    expect(await bridge.keys.load(input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', facts: { field: 'environment.consoleId' } },
    });
  });
});

describe('an event', () => {
  it('reaches every listener until it unsubscribes', () => {
    const heard: unknown[] = [];
    const stop = bridge.on.keysProgress((payload) => heard.push(payload));
    emit('keysProgress', { environment: ENVIRONMENT, loaded: 1, total: null });
    stop();
    emit('keysProgress', { environment: ENVIRONMENT, loaded: 2, total: 2 });
    expect(heard).toEqual([{ environment: ENVIRONMENT, loaded: 1, total: null }]);
    expect(listeners()).toBe(0);
  });
});

describe('the contract', () => {
  const calls = Object.entries(contract.calls).flatMap(([group, named]) =>
    Object.entries<CallShape>(named).map(([name, shape]): [string, CallShape] => [`${group}.${name}`, shape]),
  );

  it.each(calls)('takes nothing more than it names as the input of %s', (_name, { input }) => {
    const unknownField = input.safeParse({ 'no-such-field': 1 });
    expect(unknownField.success).toBe(false);
    expect(input.safeParse(null).success || input.safeParse([]).success || input.safeParse('x').success).toBe(
      false,
    );
  });

  it.each(calls)('has only plain data in %s, which survives the way between processes', (_name, shape) => {
    // What JSON Schema cannot say (dates, maps, functions) would not cross as it is.
    expect(() => z.toJSONSchema(shape.input, { io: 'input' })).not.toThrow();
    expect(() => z.toJSONSchema(shape.output, { io: 'output' })).not.toThrow();
  });
});
