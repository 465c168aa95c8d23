import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { KnownSecrets } from '@core/text/redact';
import { errorFacts } from '@main/log/error-facts';
import { Logger } from '@main/log/logger';
import type { LogLevel } from '@main/log/log';

function makeLog(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const secrets = new KnownSecrets();
  const sinks = [{ write: (line: string) => void lines.push(line) }];
  return { lines, log: new Logger({ sinks, secrets, level, now: () => 0 }) };
}

const entry = (line: string | undefined): unknown => JSON.parse(line ?? 'null');

describe('Logger', () => {
  it('writes an event with its facts as one JSON line', () => {
    const { lines, log } = makeLog();
    log.child('http').warn('answer.slow', { consoleId: 'c-1', status: 200, durationMs: 3100 });
    expect(lines.map(entry)).toEqual([
      {
        time: '1970-01-01T00:00:00.000Z',
        level: 'warn',
        name: 'http',
        event: 'answer.slow',
        ...{ consoleId: 'c-1', status: 200, durationMs: 3100 },
      },
    ]);
  });

  it('leaves out what is below its level', () => {
    const { lines, log } = makeLog('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines.map((line) => entry(line))).toMatchObject([{ event: 'c' }, { event: 'd' }]);
  });

  it('leaves out facts whose name is not on the list, and says how many', () => {
    const { lines, log } = makeLog();
    log.info('key.made', { headers: 'api-key: k', body: 'k', status: 201 });
    expect(lines[0]).not.toContain('api-key');
    expect(entry(lines[0])).toMatchObject({ status: 201, omitted: 2 });
  });

  it('does not take a sentence for an event', () => {
    const { lines, log } = makeLog();
    log.info('Made the key abc for you');
    expect(entry(lines[0])).toMatchObject({ event: 'log.bad-event' });
  });

  it('keeps ids, words and codes as they are, and looks through everything else', () => {
    const { lines, log } = makeLog();
    const uuid = '6f9a1f0e-5c1b-4a53-9c5d-0b7a2f1e4d3c';
    log.info('x', { operationId: uuid, reason: 'keychain-unresponsive-again', system: 'ECONNREFUSED' });
    log.info('x', {
      place: uuid,
      reason: 'said api-key: k-17 to us',
      consoleId: 'no id at all, sk_live_00112233445566',
    });
    expect(entry(lines[0])).toMatchObject({
      operationId: uuid,
      reason: 'keychain-unresponsive-again',
      system: 'ECONNREFUSED',
    });
    expect(entry(lines[1])).toMatchObject({
      place: '[redacted]',
      reason: 'said api-key: [redacted]',
      consoleId: 'no id at all, [redacted]',
    });
  });

  it('takes a known secret out wherever it stands, even in an id', () => {
    const { lines, log } = makeLog();
    const { redact } = log;
    redact('k-17');
    log.child('x').info('x', { consoleId: 'k-17', place: 'at k-17', requestId: 'ay0xNw' });
    expect(lines[0]).not.toMatch(/k-17/);
    expect(entry(lines[0])).toMatchObject({ consoleId: '[redacted]', place: 'at [redacted]' });
  });

  it('keeps every line valid JSON whatever a secret looks like', () => {
    const { lines, log } = makeLog();
    for (const secret of ['quo"te', 'back\\slash', 'line\nfeed', '{"a":', 'level']) {
      log.redact(secret);
      log.info('x', { place: `before ${secret} after` });
    }
    expect(() => lines.map(entry)).not.toThrow();
  });
});

describe('errorFacts', () => {
  it('takes the safe facts of an expected failure', () => {
    const error = new AppError('server', 'A sentence.', {
      status: 502,
      requestId: 'r-1',
      place: 'https://host',
    });
    expect(errorFacts(error)).toEqual({ code: 'server', status: 502, requestId: 'r-1' });
  });

  it('takes of an unexpected one its kind and place, never what it says or carries', () => {
    const error = Object.assign(new TypeError('token s3cret-s3cret is bad'), {
      config: { key: 's3cret-s3cret' },
    });
    const facts = errorFacts(error);
    expect(facts).toMatchObject({ code: 'unexpected', error: 'TypeError' });
    expect(facts['where']).toMatch(/^logger\.spec\.ts:\d+$/);
    expect(JSON.stringify(facts) + inspect(facts)).not.toContain('s3cret');
    expect(errorFacts('s3cret')).toEqual({ code: 'unexpected', error: 'string' });
  });

  it('is not fooled by an error whose message looks like a place in the code', () => {
    const where = (message: string) => errorFacts(new Error(message))['where'];
    expect(where('x\n    at s3cret.ts:1:1')).toMatch(/^logger\.spec\.ts:/);
    expect(where('')).toMatch(/^logger\.spec\.ts:/);
    const changed = new Error('x\n    at s3cret.ts:1:1');
    changed.message = 'another';
    expect(errorFacts(changed)['where']).not.toBe('s3cret.ts:1');
  });
});
