import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { checkEndpoint } from '@main/http/endpoint-rules';

const NO_TICKS = { allowLoopback: false, allowPrivate: false };
const LOOPBACK = { allowLoopback: true, allowPrivate: false };
const PRIVATE = { allowLoopback: false, allowPrivate: true };
const BOTH = { allowLoopback: true, allowPrivate: true };

type Row = readonly [address: string, ticks: typeof NO_TICKS, outcome: RegExp | 'ok' | 'warning'];

const NETWORK = /belongs to the network itself/;
const COMPUTER = /this computer itself/;
const INTERNAL = /in a private network/;
const PLAIN = /Plain http/;

const ROWS: readonly Row[] = [
  // Ordinary addresses.
  ['https://console.example.com', NO_TICKS, 'ok'],
  ['https://console.example.com/qodly', NO_TICKS, 'ok'],
  ['https://console.example.com:443/', NO_TICKS, 'ok'],
  ['  https://console.example.com  ', NO_TICKS, 'ok'],
  ['https://8.8.8.8', NO_TICKS, 'ok'],
  ['https://[2606:4700::1111]', NO_TICKS, 'ok'],
  ['https://console.example.com:8443', NO_TICKS, 'warning'],
  ['https://cоnsole.example.com', NO_TICKS, 'warning'],
  ['https://bücher.example', NO_TICKS, 'warning'],
  // Not an address, or not all of one.
  ['', BOTH, /Type the address/],
  ['console.example.com', BOTH, /not a complete address/],
  ['https://', BOTH, /not a complete address/],
  ['https://[::1', BOTH, /not a complete address/],
  ['https://256.1.1.1', BOTH, /not a complete address/],
  ['localhost:3000', BOTH, /start with https/],
  ['ftp://console.example.com', BOTH, /start with https/],
  ['javascript:alert(1)', BOTH, /start with https/],
  ['file:///etc/passwd', BOTH, /start with https/],
  [`https://${'a'.repeat(600)}.example`, BOTH, /too long/],
  ['https://console.example.com/a b', BOTH, /invisible character/],
  ['https://con\u200bsole.example.com', BOTH, /invisible character/],
  ['https://console.example.com\r\n/x', BOTH, /invisible character/],
  ['https:\\\\console.example.com', BOTH, /backslash/],
  ['https://console.example.com\\@evil.example', BOTH, /backslash/],
  // Parts that do not belong there.
  ['https://user:pass@console.example.com', BOTH, /user name and the password/],
  ['https://token@console.example.com', BOTH, /user name and the password/],
  ['https://console.example.com@evil.example', BOTH, /user name and the password/],
  ['https://console.example.com?x=1', BOTH, /follows \? or #/],
  ['https://console.example.com#x', BOTH, /follows \? or #/],
  ['https://console.example.com.', BOTH, /dot at the end/],
  ['https://localhost.', LOOPBACK, /dot at the end/],
  // Plain http.
  ['http://console.example.com', BOTH, PLAIN],
  ['http://localhost:3000', BOTH, PLAIN],
  ['http://10.0.0.1', BOTH, PLAIN],
  ['http://127.0.0.1:3000/qodly', LOOPBACK, 'ok'],
  ['http://[::1]:3000', LOOPBACK, 'ok'],
  ['http://127.0.0.1:3000', NO_TICKS, COMPUTER],
  ['http://127.0.0.1:3000', PRIVATE, COMPUTER],
  ['http://127.0.0.1./', LOOPBACK, 'ok'],
  // This computer, in every spelling.
  ['https://127.0.0.1', NO_TICKS, COMPUTER],
  ['https://127.8.9.10', NO_TICKS, COMPUTER],
  ['https://2130706433', NO_TICKS, COMPUTER],
  ['https://0x7f000001', NO_TICKS, COMPUTER],
  ['https://0177.0.0.1', NO_TICKS, COMPUTER],
  ['https://127.1', NO_TICKS, COMPUTER],
  ['https://[::1]', NO_TICKS, COMPUTER],
  ['https://[::ffff:127.0.0.1]', NO_TICKS, COMPUTER],
  ['https://[0:0:0:0:0:0:0:1]', NO_TICKS, COMPUTER],
  ['https://localhost', NO_TICKS, COMPUTER],
  ['https://console.localhost', NO_TICKS, COMPUTER],
  ['https://LOCALHOST', LOOPBACK, 'ok'],
  ['https://１２７.0.0.1', NO_TICKS, COMPUTER],
  // Private networks.
  ['https://10.1.2.3', NO_TICKS, INTERNAL],
  ['https://10.1.2.3', PRIVATE, 'ok'],
  ['https://172.16.0.1', LOOPBACK, INTERNAL],
  ['https://172.31.255.255', NO_TICKS, INTERNAL],
  ['https://172.32.0.1', NO_TICKS, 'ok'],
  ['https://192.168.1.1', NO_TICKS, INTERNAL],
  ['https://0xc0a80101', NO_TICKS, INTERNAL],
  ['https://100.64.0.1', NO_TICKS, INTERNAL],
  ['https://100.128.0.1', NO_TICKS, 'ok'],
  ['https://[fd12:3456::1]', NO_TICKS, INTERNAL],
  ['https://[fc00::1]', PRIVATE, 'ok'],
  ['https://[64:ff9b::10.0.0.1]', NO_TICKS, INTERNAL],
  ['https://[2002:c0a8:0101::1]', NO_TICKS, INTERNAL],
  // Never a console, whatever is ticked.
  ['https://169.254.169.254', BOTH, NETWORK],
  ['http://169.254.169.254/latest/meta-data', BOTH, PLAIN],
  ['https://2852039166', BOTH, NETWORK],
  ['https://0xA9FEA9FE', BOTH, NETWORK],
  ['https://0251.0376.0251.0376', BOTH, NETWORK],
  ['https://[::ffff:a9fe:a9fe]', BOTH, NETWORK],
  ['https://[::a9fe:a9fe]', BOTH, NETWORK],
  ['https://[64:ff9b::a9fe:a9fe]', BOTH, NETWORK],
  ['https://[2002:a9fe:a9fe::]', BOTH, NETWORK],
  ['https://[::ffff:0:a9fe:a9fe]', BOTH, NETWORK],
  ['https://169。254。169。254', BOTH, NETWORK],
  ['https://100.100.100.200', BOTH, NETWORK],
  ['https://168.63.129.16', BOTH, NETWORK],
  ['https://[fe80::1]', BOTH, NETWORK],
  ['https://[fd00:ec2::254]', BOTH, NETWORK],
  ['https://[ff02::1]', BOTH, NETWORK],
  ['https://224.0.0.1', BOTH, NETWORK],
  ['https://255.255.255.255', BOTH, NETWORK],
  ['https://0.0.0.0', BOTH, NETWORK],
  ['https://0', BOTH, NETWORK],
  ['https://[::]', BOTH, NETWORK],
];

describe('checkEndpoint', () => {
  it.each(ROWS)('%s with %o: %s', (address, ticks, outcome) => {
    if (outcome === 'ok') return expect(checkEndpoint(address, ticks).warning).toBeUndefined();
    if (outcome === 'warning')
      return expect(checkEndpoint(address, ticks).warning).toMatch(/really xn--|unusual/);
    try {
      checkEndpoint(address, ticks);
      expect.unreachable('it was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: 'invalid-input', facts: { field: 'baseUrl' } });
      expect((error as AppError).message).toMatch(outcome);
    }
  });

  it('keeps the path as the prefix of every request', () => {
    expect(checkEndpoint('https://console.example.com/a/b/', NO_TICKS).url.pathname).toBe('/a/b/');
  });
});
