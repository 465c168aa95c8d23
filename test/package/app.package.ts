import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseState } from '@electron/fuses/dist/constants';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPicture } from './picture';
import { makePackage, sandboxIsPossible, StagedApp } from './staged-app';
import { everAccepts, everSandboxed, freePort } from './watch';

const REFUSED = 78;

/** Every fuse there is, by its place in the wire, and how it has to stand. The last is Electron's own default. */
const FUSES: [name: string, on: boolean][] = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
];

const sandboxed = sandboxIsPossible();
if (!sandboxed)
  process.stderr.write(
    'Skipped: this machine lets nobody use the sandbox, so no ordinary user can run it.\n',
  );

let unpacked: string;
let app: StagedApp;

beforeAll(async () => {
  unpacked = await makePackage();
  app = await StagedApp.stage(unpacked);
});

afterAll(() => app?.remove());

describe.skipIf(!sandboxed)('the packaged application, as an ordinary user', () => {
  it('saves a picture of its window and ends well, with its page in the sandbox', async () => {
    const file = app.place('window.png');
    const child = app.start(['--screenshot', file]);
    const inSandbox = everSandboxed(child, app.executable);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await inSandbox).toBe(true);
    const picture = readPicture(await readFile(file));
    expect(picture.width).toBeGreaterThanOrEqual(900);
    expect(picture.height).toBeGreaterThanOrEqual(600);
    expect(picture.distinctLines).toBeGreaterThan(50);
  });

  it('is not Node, whatever the environment says', async () => {
    const file = app.place('as-node.png');
    const args = ['-e', 'console.log("ran " + "as node")', '--screenshot', file];
    const { output } = await app.run(args, { ELECTRON_RUN_AS_NODE: '1' });
    expect(output).not.toContain('ran as node');
    expect(existsSync(file)).toBe(true);
  });

  it('loads nothing that NODE_OPTIONS names', async () => {
    const script = app.place('injected.cjs');
    await writeFile(script, 'console.log("ran " + "injected")');
    const args = ['--screenshot', app.place('options.png')];
    const { code, output } = await app.run(args, { NODE_OPTIONS: `--require=${script}` });
    expect(output).not.toContain('ran injected');
    expect(code).toBe(0);
  });
});

describe('what is in the package', () => {
  it('has every fuse of its wire as it should be', async () => {
    const wire = Object.entries(await getCurrentFuseWire(join(unpacked, 'keydesk')));
    const states = wire
      .filter(([place]) => place !== 'version')
      .map(([place, state]) => [FUSES[Number(place)]?.[0] ?? `fuse ${place}`, state === FuseState.ENABLE]);
    expect(states.length).toBeGreaterThanOrEqual(Object.keys(FuseV1Options).length / 2);
    expect(states).toEqual(FUSES.slice(0, states.length));
  });

  it('carries the bundles and the two native packages for this platform only', () => {
    const files = listPackage(join(unpacked, 'resources', 'app.asar'), { isPack: false });
    expect(files).toContain('/dist/main/index.cjs');
    expect(files).toContain('/dist/preload/preload.cjs');
    expect(files).toContain('/dist/processes/keychain.cjs');
    expect(files).toContain('/dist/renderer/index.html');
    const native = files.filter((file) => file.endsWith('.node'));
    expect(native).toHaveLength(2);
    for (const file of native) {
      expect(existsSync(join(unpacked, 'resources', 'app.asar.unpacked', file)), file).toBe(true);
    }
  });

  it('has nothing that starts another application', () => {
    expect(existsSync(join(unpacked, 'resources', 'default_app.asar'))).toBe(false);
  });
});

describe.skipIf(!sandboxed)('a switch that opens it to others', () => {
  it('would be seen to open a port', async () => {
    const port = await freePort();
    const script = `require('node:net').createServer(() => process.exit()).listen(${port}, '127.0.0.1')`;
    expect(await everAccepts(spawn(process.execPath, ['-e', script]), port)).toBe(true);
  });

  it.each([
    '--remote-debugging-pipe',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp',
    '--disable-web-security',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=x',
    '--host-rules=MAP * 127.0.0.1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:9',
    '--log-net-log=/dev/null',
    '--ssl-key-log-file=/dev/null',
    '--user-data-dir=/tmp/elsewhere',
    '--no-sandbox',
  ])('is refused: %s', async (argument) => {
    expect((await app.run([argument])).code).toBe(REFUSED);
  });

  it.each(['--remote-debugging-port', '--inspect', '--inspect-brk', '--inspect-port'])(
    'is refused before its port opens: %s',
    async (name) => {
      const port = await freePort();
      const child = app.start([`${name}=${port}`]);
      const opened = everAccepts(child, port);
      expect(await once(child, 'exit')).toEqual([REFUSED, null]);
      expect(await opened).toBe(false);
    },
  );
});
