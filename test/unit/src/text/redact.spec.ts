import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownSecrets, redactMarked, redactText } from '@core/text/redact';

const SECRET = 'Zk7-pä/ss+w=rd&9';

describe('KnownSecrets', () => {
  const known = new KnownSecrets();
  known.add(SECRET);
  known.add('back\\slash "quoted"');

  it.each([
    ['as it is', SECRET],
    ['in a JSON text', JSON.stringify({ place: 'back\\slash "quoted"' })],
    ['in a JSON text in a JSON text', JSON.stringify(JSON.stringify({ place: SECRET }))],
    ['in a URL', `https://host/?k=${encodeURIComponent(SECRET)}`],
    ['in a form', new URLSearchParams({ k: SECRET }).toString()],
    ['in a URL in small letters', encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 for URLs', Buffer.from(SECRET).toString('base64url')],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['in a Basic header', Buffer.from(`user:${SECRET}`).toString('base64')],
  ])('takes a secret out %s', (_, text) => {
    const left = known.redact(text);
    expect(left).toContain('[redacted]');
    expect(left).not.toMatch(/Zk7|Wms3|quoted/);
  });

  it('finds base64 wherever the secret begins and ends', () => {
    const letters = fc.string({ minLength: 6, maxLength: 60, unit: 'grapheme' });
    fc.assert(
      fc.property(letters, fc.string(), fc.string(), (secret, before, after) => {
        const secrets = new KnownSecrets();
        secrets.add(secret);
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = Buffer.from(before + secret + after).toString(encoding);
          const kept = secrets.redact(text).replace('[redacted]', '');
          // What stays may hold the neighbours and at most a part of one byte at each end.
          expect(text.length - kept.length).toBeGreaterThanOrEqual(
            Math.floor((Buffer.byteLength(secret) - 2) * (4 / 3)),
          );
        }
      }),
    );
  });

  it('leaves nothing of the longer of two secrets', () => {
    const secrets = new KnownSecrets();
    secrets.add('abcd');
    secrets.add('abcd-efgh');
    expect(secrets.redact('abcd-efgh abcd')).toBe('[redacted] [redacted]');
  });

  it('ignores what is too short to be told from ordinary text', () => {
    const secrets = new KnownSecrets();
    secrets.add('abc');
    expect(secrets.redact('abc')).toBe('abc');
  });

  it('takes text that is no Unicode', () => {
    const secrets = new KnownSecrets();
    secrets.add('half \ud800 a pair');
    expect(secrets.redact('a half \ud800 a pair')).toBe('a [redacted]');
  });

  it('forgets when it is told to', () => {
    const secrets = new KnownSecrets();
    secrets.add(SECRET);
    secrets.clear();
    expect(secrets.redact(SECRET)).toBe(SECRET);
  });
});

describe('redactText', () => {
  it.each([
    ['api-key: k-17', 'api-key: [redacted]'],
    ['{"client_secret":"k 17","x":1}', '{"client_secret": [redacted]'],
    ['curl -H "MC-Api-Key: k" https://host', 'curl -H "MC-Api-Key: [redacted]'],
    ['Cookie: a=b; mia_client_key="k"; c=d', 'Cookie: [redacted]'],
    ['https://host/?api_key=k-17', 'https://host/?api_key= [redacted]'],
    ['password = k 17', 'password = [redacted]'],
    ['sent Bearer k17.k17 to it', 'sent Bearer [redacted] to it'],
    ['https://user:k-17@host/x', 'https://[redacted]@host/x'],
    ['see secret-token:k_17%20 there', 'see [redacted] there'],
    ['found 6f9a1f0e-5c1b-4a53-9c5d-0b7a2f1e4d3c here', 'found [redacted] here'],
    ['found 00112233445566778899aabb here', 'found [redacted] here'],
    ['found MTIzNDU2/Nzg5MDEy/MzQ1Njc4/OTAxMjM0/NTY3ODkw here', 'found [redacted] here'],
  ])('of "%s" leaves "%s"', (text, left) => {
    expect(redactText(text)).toBe(left);
  });

  it.each([
    'The console did not answer in 20 seconds.',
    '/home/user/.config/Keydesk/consoles.json',
    'net::ERR_FAILED',
  ])('leaves "%s" as it is', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('takes a long hostile text in linear time', () => {
    const time = (text: string): number => {
      const before = performance.now();
      redactText(text);
      return performance.now() - before;
    };
    for (const piece of ['a', 'token ', '//', '"]', ' ', 'secret-token', 'bearer ', 'api-key"\'']) {
      expect(time(piece.repeat(50_000 / piece.length))).toBeLessThan(1000);
    }
  });
});

describe('redactMarked', () => {
  it('keeps a JSON text one', () => {
    const line = JSON.stringify({ a: 'Bearer abcdef', b: 'secret-token:x"y' });
    expect(JSON.parse(redactMarked(line))).toEqual({ a: 'Bearer [redacted]', b: '[redacted]"y' });
  });
});
