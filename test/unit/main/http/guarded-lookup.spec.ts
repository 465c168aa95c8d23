import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { guardedLookup } from '@main/http/guarded-lookup';

const NO_TICKS = { allowLoopback: false, allowPrivate: false };

/** Looks a name up that leads to the given addresses; answers what a socket would get. */
function lookUp(addresses: string[], ticks = NO_TICKS, all = true): Promise<string | LookupAddress[]> {
  const entries = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const lookup = guardedLookup(ticks, (_name, _options, callback) => callback(null, entries));
  return new Promise((resolve, reject) =>
    lookup('console.example.com', { all }, (error, answer) => (error ? reject(error) : resolve(answer))),
  );
}

describe('guardedLookup', () => {
  it('hands out public addresses, all or the first', async () => {
    await expect(lookUp(['8.8.8.8', '2606:4700::1111'])).resolves.toHaveLength(2);
    await expect(lookUp(['8.8.8.8', '9.9.9.9'], NO_TICKS, false)).resolves.toBe('8.8.8.8');
  });

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    '::ffff:7f00:1',
    'fe80::1%eth0',
    '0.0.0.0',
    'nonsense',
  ])('keeps %s back, alone and among others', async (address) => {
    await expect(lookUp([address])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(lookUp(['8.8.8.8', address])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(lookUp([address], NO_TICKS, false)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('hands out what was ticked', async () => {
    await expect(lookUp(['127.0.0.1'], { ...NO_TICKS, allowLoopback: true })).resolves.toHaveLength(1);
    await expect(lookUp(['10.0.0.1'], { ...NO_TICKS, allowPrivate: true })).resolves.toHaveLength(1);
    await expect(lookUp(['10.0.0.1'], { ...NO_TICKS, allowLoopback: true })).rejects.toThrow(
      'private network',
    );
  });
});
