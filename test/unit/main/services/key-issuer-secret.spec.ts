import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { toInstant } from '@core/domain/instant';
import { keyAt, startedDesk, STAGING, type KeyDesk, type Services } from '@test/support/key-desk';

const DRAFT = { name: 'Nightly export', role: 'Editor', validDays: 30 };

/** A key whose secret waits, at a vendor that tells it once. */
async function issued(): Promise<{ desk: KeyDesk; services: Services; keyId: string; handle: string }> {
  const { desk, ...services } = await startedDesk('qwilt');
  const request = { operationId: randomUUID(), environment: STAGING, draft: DRAFT };
  const outcome = await desk.clock.until(services.keys.issue(request));
  if (outcome.state !== 'confirmed' || outcome.handle === null) throw new Error('No key was issued.');
  return { desk, services, keyId: outcome.key.id, handle: outcome.handle };
}

/** What the operator is told of after a crash and a start a minute later. */
async function toldAfterCrash(desk: KeyDesk) {
  await desk.clock.pass(60_000);
  const services = desk.start();
  await services.journal.open();
  const told = () => services.operations.list(toInstant(desk.clock.now()));
  return { services, told };
}

it('a secret that is told once and was in memory alone is told of after a crash, until somebody reads that', async () => {
  const { desk, services: first, keyId } = await issued();
  expect(first.operations.list(toInstant(desk.clock.now()))).toEqual([]);
  const { services, told } = await toldAfterCrash(desk);
  expect(told()).toMatchObject([{ kind: 'issue', keyId, secret: 'waiting' }]);
  await services.operations.dismiss(told()[0]?.id ?? '');
  expect(told()).toEqual([]);
});

it('so it is until the key is stopped', async () => {
  const { desk, keyId } = await issued();
  const { services, told } = await toldAfterCrash(desk);
  expect(told()).toHaveLength(1);
  await desk.clock.until(services.keys.stop({ operationId: randomUUID(), key: keyAt(keyId) }));
  expect(told()).toEqual([]);
});

it.each<[string, (services: Services, handle: string) => Promise<unknown> | void]>([
  ['copied', ({ secrets }, handle) => secrets.copyHeld(handle)],
  ['saved', ({ secrets }, handle) => secrets.download(handle, 'env')],
  ['let go of', ({ vault }, handle) => vault.release(handle)],
])('one that was %s is not', async (_how, take) => {
  const { desk, services, handle } = await issued();
  await take(services, handle);
  expect((await toldAfterCrash(desk)).told()).toEqual([]);
});
