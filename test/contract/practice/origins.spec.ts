import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startPracticeForTest, send, type PracticeForTest } from '@test/support/practice';

const portOf = (origin: string): number => Number(new URL(origin).port);

function answers(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('close', () => resolve(false)).on('connect', () => socket.destroy());
  });
}

describe('the origins', () => {
  let practice: PracticeForTest | null = null;
  const blockers: Server[] = [];
  afterEach(async () => {
    await practice?.stop();
    practice = null;
    for (const blocker of blockers.splice(0)) blocker.close();
  });

  const block = (port = 0): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer().listen(port, '127.0.0.1', () =>
        resolve((server.address() as AddressInfo).port),
      );
      blockers.push(server);
    });

  it('are on loopback only', async () => {
    practice = await startPracticeForTest();
    for (const origin of [practice.baseUrl, practice.gatewayOrigin]) {
      expect(new URL(origin).hostname).toBe('127.0.0.1');
      expect(await answers('127.0.0.1', portOf(origin))).toBe(true);
      // A server on every address would answer at these as well.
      expect(await answers('127.0.0.3', portOf(origin))).toBe(false);
      expect(await answers('::1', portOf(origin))).toBe(false);
    }
  });

  it('use the ports that are asked for', async () => {
    const [management, gateway] = [await block(), await block()];
    await Promise.all(blockers.splice(0).map((blocker) => new Promise((resolve) => blocker.close(resolve))));
    practice = await startPracticeForTest({ managementPort: management, gatewayPort: gateway });
    expect(practice.baseUrl).toBe(`http://127.0.0.1:${management}/qodly`);
    expect(practice.gatewayOrigin).toBe(`http://127.0.0.1:${gateway}`);
  });

  it('give way where a port is taken', async () => {
    const [management, gateway] = [await block(), await block()];
    practice = await startPracticeForTest({ managementPort: management, gatewayPort: gateway });
    expect(portOf(practice.baseUrl)).not.toBe(management);
    expect(portOf(practice.gatewayOrigin)).not.toBe(gateway);
    const { body } = await send<{ items: { endpoint: string }[] }>('GET', `${practice.api}/environments`, {
      token: practice.adminToken,
    });
    expect(body.items[0]?.endpoint).toBe(`${practice.gatewayOrigin}/production`);
  });

  it('are gone after a stop, which may be asked for twice', async () => {
    const stopped = await startPracticeForTest();
    await Promise.all([stopped.stop(), stopped.stop()]);
    expect(await answers('127.0.0.1', portOf(stopped.baseUrl))).toBe(false);
    expect(await answers('127.0.0.1', portOf(stopped.gatewayOrigin))).toBe(false);
  });

  it('stop at once although an answer is still delayed', async () => {
    const slow = await startPracticeForTest({ latencyMs: 60_000 });
    const asked = send('GET', `${slow.api}/openapi.json`).catch(() => 'cut');
    await expect.poll(() => answers('127.0.0.1', portOf(slow.baseUrl))).toBe(true);
    await slow.stop();
    expect(await asked).toBe('cut');
  });

  it('delay every management answer and no data plane', async () => {
    practice = await startPracticeForTest({ latencyMs: 120 });
    for (const path of ['/api/v1/openapi.json', '/nowhere', '/api/v1/operator']) {
      const begun = performance.now();
      await send('GET', practice.baseUrl + path);
      // A timer may fire a moment early against this clock.
      expect(performance.now() - begun).toBeGreaterThan(115);
    }
    expect((await send('GET', `${practice.gatewayOrigin}/nowhere`)).status).toBe(404);
  });
});
