import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { failure, success, unwrap } from '@core/contract/result';
import { APP_ERROR_CODES, AppError, AppErrorShape } from '@core/domain/app-error';

describe('AppError', () => {
  it.each(APP_ERROR_CODES)('crosses the bridge as plain data and is the same afterwards: %s', (code) => {
    const error = new AppError(code, 'A clear sentence.', { status: 403, field: 'name' });
    const crossed = AppErrorShape.parse(structuredClone(error.toShape()));
    const again = AppError.fromShape(crossed);
    expect(again).toBeInstanceOf(AppError);
    expect([again.code, again.message, again.facts]).toEqual([error.code, error.message, error.facts]);
  });

  it('carries nothing but its code, sentence and facts', () => {
    const error = new AppError('server', 'A clear sentence.', { status: 500 });
    expect(Object.keys(error).sort()).toEqual(['code', 'facts', 'name']);
    expect(error.cause).toBeUndefined();
    expect(inspect(error)).toContain('A clear sentence.');
  });

  it('has a closed list of codes and facts', () => {
    expect(AppErrorShape.safeParse({ code: 'else', message: 'm', facts: {} }).success).toBe(false);
    const stripped = AppErrorShape.parse({ code: 'server', message: 'm', facts: { body: 'secret' } });
    expect(stripped.facts).toEqual({});
  });
});

describe('the envelope', () => {
  it('holds a value or a failure', () => {
    expect(unwrap(success(7))).toBe(7);
    expect(() => unwrap(failure(new AppError('offline', 'Nothing answers.')))).toThrowError(
      expect.objectContaining({ code: 'offline', message: 'Nothing answers.' }),
    );
  });
});
