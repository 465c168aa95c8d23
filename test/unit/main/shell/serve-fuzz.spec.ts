import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contract, type AppContract } from '@core/contract/contract';
import type { CallShape, Handlers } from '@core/contract/shape';
import { serve } from '@main/ipc/serve';
import { errorFacts } from '@main/log/error-facts';
import { PAGE_ORIGIN } from '@main/security';
import { fakeIpc } from '@test/support/fake-electron-ipc';
import { fakeLog } from '@test/support/fake-electron-log';

const VALUES = 10_000;

const shapes = Object.entries(contract.calls).flatMap(([group, calls]) =>
  Object.entries<CallShape>(calls).map(([name, shape]): [string, CallShape] => [`${group}.${name}`, shape]),
);

/** Names the contract knows in places where they do not belong find more than names made of noise. */
const names = fc.constantFrom(
  'consoleId',
  'environment',
  'draft',
  'handle',
  'key',
  'typed',
  'targets',
  '__proto__',
);
const noise = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(names, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
  fc.record({
    environment: fc.record({ consoleId: fc.string(), environmentId: fc.string() }),
    more: fc.anything(),
  }),
);

it(`takes ${VALUES} random values without a crash and lets none of them past its schema`, async () => {
  const ipc = fakeIpc();
  let entered = 0;
  const handler = () => {
    entered += 1;
    throw new Error('entered');
  };
  const handlers: Record<string, Record<string, unknown>> = {};
  for (const [call] of shapes) {
    const [group = '', name = ''] = call.split('.');
    (handlers[group] ??= {})[name] = handler;
  }
  serve<AppContract>({
    contract,
    page: ipc.page,
    origin: PAGE_ORIGIN,
    handlers: handlers as Handlers<AppContract>,
    isLocked: () => false,
    log: fakeLog(),
    describe: errorFacts,
  });
  const property = fc.asyncProperty(fc.constantFrom(...shapes), noise, async ([call, shape], value) => {
    const input: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
    const before = entered;
    const valid = shape.input.safeParse(input).success;
    const answer = await ipc.port.invoke(`keydesk:call:${call}`, input);
    expect(answer).toMatchObject({ ok: false, error: { code: valid ? 'unexpected' : 'invalid-input' } });
    expect(entered - before).toBe(valid ? 1 : 0);
  });
  await fc.assert(property, { numRuns: VALUES });
  // Proof that the way to the handlers was open: the calls without input take an empty object.
  expect(entered).toBeGreaterThan(0);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
