import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCommandLine } from '@main/practice/cli-options';
import { defaultDataFolder } from '@main/practice/options';

describe('readCommandLine', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('has its usual ports and folder', () => {
    vi.stubEnv('XDG_DATA_HOME', '/data');
    expect(readCommandLine([])).toEqual({
      options: {
        dataFolder: '/data/keydesk-training',
        managementPort: 4710,
        gatewayPort: 4711,
        otherPorts: 4712,
        latencyMs: 0,
        extraKeys: undefined,
      },
      reset: false,
      quiet: false,
      help: false,
    });
  });

  it('reads every option', () => {
    const args = [
      '--port',
      '0',
      '--gateway-port=81',
      '--other-ports',
      '0',
      '--data',
      'x',
      '--latency',
      '50',
      '--keys',
      '100000',
    ];
    const read = readCommandLine([...args, '--reset', '--quiet', '--help']);
    expect(read).toEqual({
      options: {
        dataFolder: resolve('x'),
        managementPort: 0,
        gatewayPort: 81,
        otherPorts: 0,
        latencyMs: 50,
        extraKeys: 100_000,
      },
      reset: true,
      quiet: true,
      help: true,
    });
    expect(readCommandLine(['--data', ':memory:']).options.dataFolder).toBe(':memory:');
  });

  it('delays what stops and what begins, for every vendor that can', () => {
    expect(
      readCommandLine(['--revocation-delay', '1500', '--activation-delay=0']).options.assumptions,
    ).toEqual({
      revocationDelayMs: 1_500,
      qwiltRevocationMs: 1_500,
      cloudmcRevocationMs: 1_500,
      qwiltActivationMs: 0,
    });
    expect(readCommandLine(['--activation-delay', '9']).options.assumptions).toEqual({
      qwiltActivationMs: 9,
    });
  });

  it.each([
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', ''],
    ['--latency', '1.5'],
    ['--latency', '60001'],
    ['--revocation-delay', '3600001'],
    ['--activation-delay', '-1'],
    ['--keys', '1000001'],
    ['--keys', '1e3'],
    ['--data', ''],
    ['--host', '0.0.0.0'],
    ['--port'],
    ['folder'],
  ])('refuses %s %s', (...args) => {
    expect(() => readCommandLine(args)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('defaultDataFolder', () => {
  it('follows the XDG specification, which ignores relative paths', () => {
    const usual = defaultDataFolder({});
    expect(usual.endsWith(join('.local', 'share', 'keydesk-training'))).toBe(true);
    expect(defaultDataFolder({ XDG_DATA_HOME: 'relative' })).toBe(usual);
    expect(defaultDataFolder({ XDG_DATA_HOME: '' })).toBe(usual);
    expect(defaultDataFolder({ XDG_DATA_HOME: '/d' })).toBe('/d/keydesk-training');
  });
});
