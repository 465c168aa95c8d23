import { inspect } from 'node:util';
import { AxiosError, AxiosHeaders } from 'axios';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { toAppError } from '@main/http/http-error';

const SECRET = 'tok-3e1f0a55c9';

const nodeError = (code: string): Error => Object.assign(new Error(`failed with ${SECRET}`), { code });

/** An error as axios throws it: with the whole request on it. */
function axiosError(code: string, cause: Error = nodeError(code)): AxiosError {
  const headers = new AxiosHeaders({ Authorization: `Bearer ${SECRET}` });
  return AxiosError.from(cause, code, { headers, data: SECRET, url: `/${SECRET}` });
}

describe('toAppError', () => {
  it.each([
    ['ECONNREFUSED', 'offline', /refused/],
    ['ENOTFOUND', 'offline', /no host of this name/],
    ['EAI_AGAIN', 'offline', /looked up/],
    ['EHOSTUNREACH', 'offline', /VPN/],
    ['ENETUNREACH', 'offline', /VPN/],
    ['CERT_HAS_EXPIRED', 'tls', /has expired/],
    ['CERT_NOT_YET_VALID', 'tls', /date and time/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', /signed itself/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls', /authority that is not known/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', /authority that is not known/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', /another host/],
    ['CERT_REVOKED', 'tls', /revoked/],
    ['CERT_SIGNATURE_FAILURE', 'tls', /not acceptable/],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls', /TLS 1.2/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', /address and the port/],
    ['EPROTO', 'tls', /address and the port/],
    ['HPE_INVALID_CONSTANT', 'bad-answer', /does not speak HTTP/],
    ['HPE_HEADER_OVERFLOW', 'bad-answer', /more headers/],
    ['Z_DATA_ERROR', 'bad-answer', /damaged/],
    ['Z_BUF_ERROR', 'bad-answer', /broke off/],
    ['EWHATEVER', 'offline', /cannot be reached/],
  ])('before a connection %s is %s', (system, code, sentence) => {
    const error = toAppError(axiosError(system), false);
    expect(error).toMatchObject({ code, facts: { system } });
    expect(error.message).toMatch(sentence);
  });

  it.each(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNRESET'])(
    'after a connection %s proves nothing: it is a broken connection',
    (system) => {
      expect(toAppError(axiosError(system), true)).toMatchObject({
        code: 'offline',
        facts: { system: 'ECONNRESET' },
      });
    },
  );

  it('after a connection a TLS failure is no proof either', () => {
    expect(toAppError(axiosError('ERR_SSL_BAD_RECORD'), true).code).toBe('offline');
  });

  it('hands out our own error from inside a socket', () => {
    const own = new AppError('invalid-input', 'ours');
    expect(toAppError(axiosError('invalid-input', own), false)).toBe(own);
    expect(toAppError(own, true)).toBe(own);
  });

  it.each([true, false])('keeps neither token nor body, whatever it was (connected: %s)', (connected) => {
    const samples = [
      'ECONNRESET',
      'ECONNREFUSED',
      'CERT_HAS_EXPIRED',
      'HPE_INVALID_CONSTANT',
      'Z_DATA_ERROR',
      SECRET,
    ];
    for (const sample of samples) {
      const error = toAppError(axiosError(sample), connected);
      expect(JSON.stringify(error) + inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET);
      expect(error.cause).toBeUndefined();
      expect(JSON.stringify(axiosError(sample))).toContain(SECRET);
    }
  });

  it('is not confused by what is no error at all', () => {
    expect(toAppError('text', false)).toMatchObject({ code: 'offline', facts: { system: 'UNKNOWN' } });
    expect(toAppError(undefined, true)).toMatchObject({ code: 'offline', facts: { system: 'UNKNOWN' } });
  });
});
