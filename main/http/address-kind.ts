import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What kind of network an address belongs to; `forbidden` is never a console. */
export type AddressKind = 'public' | 'private' | 'loopback' | 'forbidden';

type Subnet = readonly [net: string, prefix: number];

const FORBIDDEN: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.192', 32],
  ['168.63.129.16', 32],
  ['100.100.100.200', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['fd00:ec2::254', 128],
];
const LOOPBACK: readonly Subnet[] = [
  ['127.0.0.0', 8],
  ['::1', 128],
];
const PRIVATE: readonly Subnet[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['fc00::', 7],
];

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6');

function blockList(subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family(net));
  return list;
}

const KINDS: readonly (readonly [AddressKind, BlockList])[] = [
  ['forbidden', blockList(FORBIDDEN)],
  ['loopback', blockList(LOOPBACK)],
  ['private', blockList(PRIVATE)],
];

/** The kind of a literal address, IPv4 or IPv6 without brackets; anything that is no address is `forbidden`. */
export function addressKind(address: string): AddressKind {
  if (!isIPv4(address) && !isIPv6(address)) return 'forbidden';
  const inner = isIPv4(address) ? address : (embeddedIpv4(address) ?? address);
  return KINDS.find(([, list]) => list.check(inner, family(inner)))?.[0] ?? 'public';
}

/** The eight groups of an IPv6 address. */
function groups(address: string): number[] {
  // The URL parser is the one place that knows every spelling, dotted tails included.
  const compressed = new URL(`http://[${address.split('%')[0] ?? ''}]/`).hostname.slice(1, -1);
  const [head = '', tail] = compressed.split('::');
  const numbers = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((part) => parseInt(part, 16));
  const before = numbers(head);
  const after = numbers(tail ?? '');
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/**
 * The IPv4 address that an IPv6 address leads to: mapped, translated (NAT64), 6to4 and the old compatible form.
 * SECURITY: each of them would otherwise be a second name for an address that is refused.
 */
function embeddedIpv4(address: string): string | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups(address);
  const dotted = (high: number, low: number): string =>
    [high >> 8, high & 255, low >> 8, low & 255].join('.');
  if (a === 0x2002) return dotted(b, c);
  const translated = a === 0x64 && b === 0xff9b;
  const leadingZeros = a === 0 && b === 0 && c === 0 && d === 0;
  if (translated) return dotted(g, h);
  if (leadingZeros && ((e === 0 && f === 0xffff) || (e === 0xffff && f === 0))) return dotted(g, h);
  const compatible = leadingZeros && e === 0 && f === 0 && g !== 0;
  return compatible ? dotted(g, h) : null;
}
