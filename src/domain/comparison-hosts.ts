import type { ApiKey } from '@core/domain/api-key';

type Hosts = NonNullable<ApiKey['allowedHosts']>;

/** How one value reaches against the one before it: further, less far, the same, or partly both. */
export type Reach = 'wider' | 'narrower' | 'same' | 'other';

/** Turns two coverings into one word. */
export const reachOf = (afterCovers: boolean, beforeCovers: boolean): Reach => {
  if (afterCovers) return beforeCovers ? 'same' : 'wider';
  return beforeCovers ? 'narrower' : 'other';
};

/** Compares who is let in, not how that is written: ranges that make up the same addresses are the same. */
export function hostReach(before: Hosts, after: Hosts): Reach {
  const anyBefore = isAny(before);
  const anyAfter = isAny(after);
  if (anyBefore || anyAfter) return reachOf(anyAfter, anyBefore);
  if (sameTexts(before, after)) return 'same';
  const [older, newer] = [readHosts(before), readHosts(after)];
  return reachOf(covers(newer, older), covers(older, newer));
}

/** An empty list restricts nothing. */
const isAny = (hosts: Hosts): hosts is 'any' | [] => hosts === 'any' || hosts.length === 0;

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((host, at) => host === b[at]);

/** First and last address. IPv4 and IPv6 never cover each other. */
type Range = readonly [first: bigint, last: bigint];

interface HostSet {
  /** In order and apart from each other. */
  readonly v4: readonly Range[];
  readonly v6: readonly Range[];
  /** What is no address; only the same text covers it. */
  readonly names: ReadonlySet<string>;
}

function readHosts(hosts: readonly string[]): HostSet {
  const v4: Range[] = [];
  const v6: Range[] = [];
  const names = new Set<string>();
  for (const host of hosts) {
    const text = host.trim().toLowerCase();
    const range = rangeOf(text);
    if (range === null) names.add(text);
    else (text.includes(':') ? v6 : v4).push(range);
  }
  return { v4: merged(v4), v6: merged(v6), names };
}

function rangeOf(text: string): Range | null {
  const [address = '', prefix, ...rest] = text.split('/');
  const v6 = address.includes(':');
  const value = v6 ? v6Value(address) : v4Value(address);
  const bits = v6 ? 128 : 32;
  const length = prefix === undefined ? bits : prefixLength(prefix, bits);
  if (value === null || length === null || rest.length > 0) return null;
  const size = 1n << BigInt(bits - length);
  const first = value - (value % size);
  return [first, first + size - 1n];
}

function prefixLength(text: string, bits: number): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= bits ? Number(text) : null;
}

function v4Value(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return null;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function v6Value(text: string): bigint | null {
  const [head = '', tail, ...rest] = withoutDots(text).split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const left = 8 - front.length - back.length;
  if (rest.length > 0 || (tail === undefined ? left !== 0 : left < 1)) return null;
  const groups = [...front, ...new Array<string>(left).fill('0'), ...back];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return null;
  return groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

/** The last four bytes of an IPv6 address may be written as IPv4. */
const withoutDots = (text: string): string =>
  text.replace(/[\d.]+$/, (end) => {
    const value = end.includes('.') ? v4Value(end) : null;
    return value === null ? end : `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });

function merged(ranges: readonly Range[]): Range[] {
  const apart: [bigint, bigint][] = [];
  for (const [first, last] of [...ranges].sort(([a], [b]) => (a < b ? -1 : Number(a > b)))) {
    const before = apart.at(-1);
    if (before === undefined || first > before[1] + 1n) apart.push([first, last]);
    else if (last > before[1]) before[1] = last;
  }
  return apart;
}

const covers = (outer: HostSet, inner: HostSet): boolean =>
  [...inner.names].every((name) => outer.names.has(name)) &&
  coversRanges(outer.v4, inner.v4) &&
  coversRanges(outer.v6, inner.v6);

/** Both are in order, so each is walked once. */
function coversRanges(outer: readonly Range[], inner: readonly Range[]): boolean {
  let at = 0;
  return inner.every(([first, last]) => {
    while (at < outer.length && (outer[at]?.[1] ?? 0n) < first) at += 1;
    const around = outer[at];
    return around !== undefined && around[0] <= first && last <= around[1];
  });
}
