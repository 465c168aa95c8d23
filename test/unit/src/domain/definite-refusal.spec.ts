import { describe, expect, it } from 'vitest';
import { APP_ERROR_CODES, AppError, type AppErrorCode } from '@core/domain/app-error';
import { isDefiniteRefusal } from '@core/domain/definite-refusal';
import { OperationKind } from '@core/domain/operation';

const definite = (code: AppErrorCode, kind: OperationKind, system?: string): boolean =>
  isDefiniteRefusal(new AppError(code, 'no', system === undefined ? {} : { system }), kind);

const SURE: readonly AppErrorCode[] = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid-input',
  'rate-limited',
  'tls',
  'storage',
  'keychain-locked',
  'keychain-missing',
  'keychain-unresponsive',
];

describe('isDefiniteRefusal', () => {
  it.each(APP_ERROR_CODES)('decides about %s alike for edits and stops', (code) => {
    expect(definite(code, 'edit')).toBe(SURE.includes(code));
    expect(definite(code, 'stop')).toBe(SURE.includes(code));
  });

  it('takes a conflict on an issue for one that is still under way', () => {
    expect(definite('conflict', 'issue')).toBe(false);
    for (const code of SURE.filter((each) => each !== 'conflict')) expect(definite(code, 'issue')).toBe(true);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])(
    'knows that nothing was sent on %s',
    (system) => {
      for (const kind of OperationKind.options) expect(definite('offline', kind, system)).toBe(true);
    },
  );

  it.each(['ECONNRESET', 'EPIPE', 'UNKNOWN', undefined])('knows nothing of what was sent on %s', (system) => {
    for (const kind of OperationKind.options) expect(definite('offline', kind, system)).toBe(false);
  });
});
