import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** An IPv4 address written inside an IPv6 one, as URL parsers spell it. */
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

function dotted(high: string, low: string): string {
  const groups = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return groups.map((group) => `${group >> 8}.${group & 0xff}`).join('.');
}

function canonicalAddress(text: string): string | null {
  if (isIPv4(text)) return text;
  // A zone such as %eth0 names an interface of the caller's machine and means nothing here.
  if (!isIPv6(text) || text.includes('%')) return null;
  const address = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const mapped = MAPPED.exec(address);
  return mapped?.[1] && mapped[2] ? dotted(mapped[1], mapped[2]) : address;
}

function canonicalRange(text: string): string | null {
  const [, address = '', prefix = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const canonical = canonicalAddress(address);
  if (canonical === null) return null;
  return Number(prefix) <= (isIPv4(canonical) ? 32 : 128) ? `${canonical}/${Number(prefix)}` : null;
}

/**
 * The one spelling of an allowed host: a plain IPv4 or IPv6 address, lower case and compressed; an IPv4 address
 * inside an IPv6 one becomes plain. Ranges only where they are taken. `null` for anything else.
 */
export function canonicalHost(text: string, ranges: boolean): string | null {
  return ranges && text.includes('/') ? canonicalRange(text) : canonicalAddress(text);
}

function covers(range: string, address: string): boolean {
  const [network = '', prefix = ''] = range.split('/');
  const family = isIPv4(network) ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family);
  return list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** Whether a caller's address is among the canonical allowed hosts; an empty list allows every host. */
export function hostAllowed(allowedHosts: readonly string[], address: string): boolean {
  if (allowedHosts.length === 0) return true;
  const caller = canonicalAddress(address);
  if (caller === null) return false;
  return allowedHosts.some((host) => (host.includes('/') ? covers(host, caller) : host === caller));
}
