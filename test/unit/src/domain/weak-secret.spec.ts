import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isWeakSecret } from '@core/domain/weak-secret';

/** Looks random and is the same in every run. */
const bytes = (seed: string): Buffer => createHash('sha256').update(seed).digest();

const GENERATED: readonly [string, (seed: string) => string][] = [
  ['256 bits in base64url', (seed) => bytes(seed).toString('base64url')],
  ['128 bits in hex', (seed) => bytes(seed).toString('hex').slice(0, 32)],
  ['24 letters and digits', (seed) => bytes(seed).toString('base64').replace(/\W/g, '').slice(0, 24)],
  [
    'a UUID',
    (seed) =>
      bytes(seed)
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'),
  ],
];

describe('isWeakSecret', () => {
  it.each([
    ['a word', 'sunshine'],
    ['short, though it looks random', 'k9Xq2vTz7w'],
    ['its ClientType', 'mobile_app_backend'],
    ['its ClientType with a year and a mark', 'Mobile_App_Backend2024!'],
    ['words in a row', 'WelcomeToTheCompany2024'],
    ['words with marks', 'secret-key-for-partner'],
    ['one character', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a repeated piece', 'x7Kx7Kx7Kx7Kx7Kx7Kx7K'],
    ['counting', '12345678901234567890123456'],
    ['the keyboard', 'qwertyasdfghzxcvbn1q2w3e'],
    ['digits only', '4071992508137702'],
  ])('%s is weak', (_what, secret) => {
    expect(isWeakSecret(secret, ['mobile_app_backend'])).toBe(true);
  });

  it.each(GENERATED)('%s is not', (_what, generate) => {
    const secrets = Array.from({ length: 200 }, (_none, at) => generate(`seed ${at}`));
    expect(secrets.filter((secret) => isWeakSecret(secret, ['mobile_app_backend']))).toEqual([]);
  });
});
