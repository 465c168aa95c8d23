import { describe, expect, it } from 'vitest';
import { dropDangerousVariables, isRevokeOnly, refusedSwitch, screenshotFile } from '@main/switches';

const REFUSED = [
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--inspect',
  '--inspect=0',
  '--inspect-brk=127.0.0.1:9229',
  '--inspect_brk',
  '--inspect-port=1',
  '--inspect-publish-uid=http',
  '--inspect-wait',
  '--js-flags=--expose-gc',
  '--js-flags',
  '--load-extension=/tmp/x',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--ignore-certificate-errors',
  '--ignore-certificate-errors-spki-list=AAAA',
  '--host-rules=MAP * 127.0.0.1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=http://127.0.0.1:8080',
  '--proxy-pac-url=http://127.0.0.1/x.pac',
  '--log-net-log=/tmp/x',
  '--enable-logging=file',
  '--ssl-key-log-file=/tmp/x',
  '--user-data-dir=/tmp/x',
  '--no-sandbox',
  '--disable-seccomp-filter-sandbox',
  '--no-zygote-sandbox',
  '--single-process',
  '--renderer-cmd-prefix=sh -c',
  '--gpu-launcher=sh',
];

describe('refusedSwitch', () => {
  it.each(REFUSED)('refuses %s', (argument) => {
    expect(refusedSwitch([argument], 'linux')).toBe(`--${plainName(argument)}`);
  });

  it.each(REFUSED)('refuses %s in capitals, behind one dash, and behind other arguments', (argument) => {
    const [name = '', ...value] = argument.split('=');
    const capitals = [name.toUpperCase(), ...value].join('=');
    for (const form of [capitals, argument.slice(1), `${argument} `]) {
      expect(refusedSwitch(['--screenshot', 'a.png', form], 'linux')).not.toBeNull();
    }
  });

  it('takes the slash for a switch on Windows only', () => {
    expect(refusedSwitch(['/inspect=1'], 'win32')).toBe('--inspect');
    expect(refusedSwitch(['/inspect/picture.png'], 'linux')).toBeNull();
  });

  it.each([
    [[]],
    [['--screenshot', 'inspect.png']],
    [['--screenshot=/tmp/no-sandbox.png']],
    [['--ozone-platform=wayland', '--force-device-scale-factor=2', '--disable-gpu']],
    [['remote-debugging-port=9222', 'js-flags']],
    [['--no-sandbox-banner']],
  ])('lets %j pass', (args) => {
    expect(refusedSwitch(args, 'linux')).toBeNull();
  });

  it('never repeats the value, which may be private', () => {
    expect(refusedSwitch(['--proxy-server=http://user:word@proxy'], 'linux')).toBe('--proxy-server');
  });
});

const plainName = (argument: string): string =>
  (argument.split('=')[0] ?? '').replace(/^--/, '').replaceAll('_', '-');

describe('dropDangerousVariables', () => {
  it('forgets what would weaken TLS or write keys and messages to files, and nothing else', () => {
    const env = {
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      SSLKEYLOGFILE: '/tmp/keys',
      ELECTRON_ENABLE_LOGGING: '1',
      HOME: '/home/a',
    };
    dropDangerousVariables(env);
    expect(env).toEqual({ HOME: '/home/a' });
  });
});

describe('screenshotFile', () => {
  it.each([
    [[], null],
    [['--screenshots', 'a.png'], null],
    [['--screenshot', 'a b.png'], 'a b.png'],
    [['x', '--screenshot=/tmp/a=b.png'], '/tmp/a=b.png'],
    [['--screenshot'], ''],
    [['--screenshot='], ''],
  ])('finds in %j the file %j', (args, file) => {
    expect(screenshotFile(args)).toBe(file);
  });
});

it.each([
  [['--revoke-only'], 'linux', true],
  [['app', '--REVOKE_ONLY=1'], 'linux', true],
  [['/revoke-only'], 'win32', true],
  [['/revoke-only'], 'linux', false],
  [['revoke-only'], 'linux', false],
  [['--revoke-only-not'], 'linux', false],
  [[], 'linux', false],
] as const)('%j on %s starts in revoke-only mode: %s', (args, platform, on) => {
  expect(isRevokeOnly(args, platform)).toBe(on);
  expect(refusedSwitch(args, platform)).toBeNull();
});
