import { describe, expect, it } from 'vitest';
import { probeFinding } from '@main/adapters/qodly/probe';
import { SENDABLE } from '@main/adapters/qodly/schema';
import { addressKind } from '@main/http/address-kind';
import { checkEndpoint } from '@main/http/endpoint-rules';
import { isJsonType } from '@main/http/json-body';
import { jsonFlaw } from '@main/http/json-scan';
import { retryAfterMs } from '@main/http/retry-after';
import { trustOf } from '@main/http/trust';

const LENGTH = 50_000;
const BUDGET_MS = 20;
const TICKS = { allowLoopback: true, allowPrivate: true };

/** Texts that make a backtracking pattern run for minutes. */
const ADVERSARIAL: readonly [string, string][] = [
  ['one letter', 'a'.repeat(LENGTH)],
  ['blanks', ' '.repeat(LENGTH)],
  ['dots', '.'.repeat(LENGTH)],
  ['json types', 'application/'.repeat(LENGTH / 12)],
  ['plus signs', `application/${'a+'.repeat(LENGTH / 2)}`],
  ['backslashes', `"${'\\'.repeat(LENGTH)}`],
  ['escaped quotes', `"${'\\"'.repeat(LENGTH / 2)}`],
  ['quotes', '"'.repeat(LENGTH)],
  ['labels', `https://${'xn--.'.repeat(80)}`],
  ['PEM heads', '-----BEGIN CERTIFICATE-----'.repeat(LENGTH / 27)],
  ['an open PEM', `-----BEGIN CERTIFICATE-----${'A'.repeat(LENGTH)}`],
  ['words', 'host address ip '.repeat(LENGTH / 16)],
  ['digits', '9'.repeat(LENGTH)],
];

const quietly = (run: () => unknown): void => {
  try {
    run();
  } catch {
    // Refusing is as good as accepting here; only the time counts.
  }
};

const READERS: readonly [string, (text: string) => unknown][] = [
  ['the content type', isJsonType],
  ['the JSON scan', jsonFlaw],
  ['the pause', (text) => retryAfterMs(text, 0)],
  ['the endpoint rules', (text) => checkEndpoint(text, TICKS)],
  ['the address kind', addressKind],
  ['the certificate', trustOf],
  ['the token', (text) => SENDABLE.test(text)],
  ['the probe', (text) => [401, 403, 404].map((status) => probeFinding(status, { error: text }))],
];

describe.each(READERS)('reading %s', (_name, read) => {
  it.each(ADVERSARIAL)(`takes under ${BUDGET_MS} ms for 50 KB of %s`, (_kind, text) => {
    const took = [1, 2, 3].map(() => {
      const started = performance.now();
      quietly(() => read(text));
      return performance.now() - started;
    });
    expect(Math.min(...took)).toBeLessThan(BUDGET_MS);
  });
});
