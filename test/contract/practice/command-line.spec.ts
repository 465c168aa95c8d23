import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { send } from '@test/support/practice';
import { draft, type IssuedWireKey, type WireKey } from './desk';

const ROOT = resolve(import.meta.dirname, '../../..');

describe('the practice console on its own', { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'keydesk-practice-cli-'));
  const data = join(folder, 'data');
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    await build({
      configFile: join(ROOT, 'vite.config.ts'),
      mode: 'practice-cli',
      logLevel: 'silent',
      build: { outDir: folder },
    });
  }, 60_000);
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]): ChildProcess {
    const child = spawn(process.execPath, [join(folder, 'practice-cli.cjs'), ...args], {
      // The bundle leaves out the package with native code, which lies in the repository.
      env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules'), XDG_DATA_HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    return child;
  }

  /** Starts it on free ports and reads what it prints until it is up. */
  async function up(
    ...args: string[]
  ): Promise<{ child: ChildProcess; told: Map<string, string>; text: string }> {
    const child = run('--port', '0', '--gateway-port', '0', '--other-ports', '0', ...args);
    const told = new Map<string, string>();
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
      lines.push(line);
      const [, label = '', value = ''] = /^ {0,4}(\S.{12}) (\S.*)$/.exec(line) ?? [];
      if (!told.has(label.trim())) told.set(label.trim(), value);
      if (line.startsWith('Stop with') || line.startsWith('http')) break;
    }
    return { child, told, text: lines.join('\n') };
  }

  async function ended(child: ChildProcess): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  }

  it('says where it is, how to sign in, and that nothing is real', async () => {
    const { child, told, text } = await up('--data', data);
    expect(text).toContain('TRAINING DATA');
    expect(told.get('Data folder')).toBe(data);
    const answer = await send('POST', `${told.get('Console URL') ?? ''}/api/v1/session`, {
      body: { userName: told.get('userName'), password: told.get('password') },
    });
    expect(answer.status).toBe(201);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });

  it('keeps its data beside other applications when not told where', async () => {
    const { child, told } = await up();
    expect(told.get('Data folder')).toBe(join(folder, 'keydesk-training'));
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
  });

  it('prints the address only when asked to be quiet', async () => {
    const { text } = await up('--data', ':memory:', '--quiet');
    expect(text).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/qodly$/);
  });

  it('makes as many keys as it is told', async () => {
    const { told } = await up('--data', ':memory:', '--keys', '1234');
    const { body } = await send<{ total: number }>(
      'GET',
      `${told.get('Console URL') ?? ''}/api/v1/environments/bulk/keys`,
      { token: told.get('token') ?? '' },
    );
    expect(body.total).toBe(1234);
  });

  it('explains a wrong command line and ends with 64', async () => {
    const child = run('--port', 'high');
    const error = createInterface({ input: child.stderr ?? process.stdin });
    const [line] = (await once(error, 'line')) as [string];
    expect(line).toBe('--port takes a whole number from 0 to 65535.');
    expect(await ended(child)).toBe(64);
  });

  it('loses nothing it confirmed when it is killed', async () => {
    const confirmed = new Map<string, string>();
    for (let round = 0; round < 3; round += 1) {
      const { child, told } = await up('--data', data);
      const keys = `${told.get('Console URL') ?? ''}/api/v1/environments/production/keys`;
      const token = told.get('token') ?? '';
      const creating = Array.from({ length: 40 }, async (_none, index) => {
        const headers = { 'Idempotency-Key': `round-${round}-${index}` };
        const { body } = await send<IssuedWireKey>('POST', keys, { token, body: draft(), headers });
        confirmed.set(body.id, body.secret);
        if (index === 20) child.kill('SIGKILL');
      });
      await Promise.allSettled(creating);
      await ended(child);
    }
    const { told } = await up('--data', data);
    const keys = `${told.get('Console URL') ?? ''}/api/v1/environments/production/keys`;
    const token = told.get('token') ?? '';
    const { body } = await send<{ items: WireKey[] }>('GET', `${keys}?limit=1000`, { token });
    expect(confirmed.size).toBeGreaterThan(3);
    expect(body.items.map(({ id }) => id)).toEqual(expect.arrayContaining([...confirmed.keys()]));
    const [id, secret] = [...confirmed.entries()].at(-1) ?? [];
    expect((await send('GET', `${keys}/${id ?? ''}/secret`, { token })).body).toEqual({ secret });
  });

  it('begins again when told to', async () => {
    const first = await up('--data', data);
    first.child.kill('SIGTERM');
    await ended(first.child);
    const again = await up('--data', data, '--reset');
    expect(again.told.get('password')).not.toBe(first.told.get('password'));
  });
});
