import { describe, expect, it } from 'vitest';
import { encodeSegment, requestUrl } from '@main/http/request-url';

const BASE = new URL('https://console.example.com/qodly/api/v1');

describe('requestUrl', () => {
  it('puts encoded segments and values below the base', () => {
    const url = requestUrl(BASE, ['environments', 'a/b c', 'keys'], { limit: 1000, clientRef: 'x&y=z' });
    expect(url.href).toBe(
      'https://console.example.com/qodly/api/v1/environments/a%2Fb%20c/keys?limit=1000&clientRef=x%26y%3Dz',
    );
  });

  it('works with and without a path in the base', () => {
    expect(requestUrl(new URL('https://h.example'), ['a']).href).toBe('https://h.example/a');
    expect(requestUrl(new URL('https://h.example/p/'), ['a']).href).toBe('https://h.example/p/a');
  });

  it('leaves the dollar sign as gateways document it', () => {
    expect(requestUrl(BASE, ['rest', '$catalog']).pathname).toBe('/qodly/api/v1/rest/$catalog');
  });

  it.each(['', '.', '..', '\ud800'])('refuses the segment %j, which no encoding can carry', (segment) => {
    expect(() => encodeSegment(segment)).toThrow('cannot be part of an address');
  });
});
