import type { KeyRecord } from './key-store';
import { seededRandom, type SeededRandom } from '../../random';

const TEAMS = ['Sales', 'Billing', 'Logistics', 'Support', 'Web shop', 'Research', 'Quality', 'Purchasing'];
const PURPOSES = ['sync', 'export', 'dashboard', 'mobile app', 'import', 'test run', 'monitoring', 'backup'];
const CREATORS = [
  'ada.lindgren@example.com',
  'jo.marek@example.com',
  'sam.ito@example.com',
  'lee.brandt@example.com',
];
const VALIDITY_DAYS = [30, 90, 180, 365];

const DAY_MS = 86_400_000;
/** How far back the oldest generated key was created, in days. */
const SPAN_DAYS = 390;

/** What to generate. The same request gives the same keys. */
export interface Generation {
  readonly environmentId: string;
  readonly count: number;
  readonly seed: number;
  /** The times count from here, in milliseconds since the epoch. */
  readonly now: number;
  readonly roleNames: readonly string[];
}

const address = (random: SeededRandom): string => `203.0.113.${1 + random.below(254)}`;

/** An identifier as the console makes them, from the repeatable source. */
export function sampleKeyId(random: SeededRandom): string {
  return `key-${random.uuid().replaceAll('-', '').slice(0, 18)}`;
}

function useOf(
  random: SeededRandom,
  createdAt: number,
  until: number,
): Pick<KeyRecord, 'lastUsedAt' | 'lastUsedIp'> {
  if (random.chance(0.3)) return { lastUsedAt: null, lastUsedIp: null };
  return {
    lastUsedAt: createdAt + random.below(Math.max(1, until - createdAt)),
    lastUsedIp: address(random),
  };
}

function generated(wanted: Generation, random: SeededRandom, index: number): KeyRecord {
  const step = (SPAN_DAYS * DAY_MS) / wanted.count;
  const createdAt = Math.floor(wanted.now - SPAN_DAYS * DAY_MS + index * step);
  const expiresAt = createdAt + random.pick(VALIDITY_DAYS) * DAY_MS;
  return {
    id: sampleKeyId(random),
    environmentId: wanted.environmentId,
    name: `${random.pick(TEAMS)} ${random.pick(PURPOSES)} ${index + 1}`,
    type: random.chance(0.04) ? 'administration' : 'standard',
    role: random.pick(wanted.roleNames),
    createdAt,
    createdBy: random.pick(CREATORS),
    expiresAt,
    allowedHosts: random.chance(0.5) ? [] : [address(random)],
    ...useOf(random, createdAt, Math.min(expiresAt, wanted.now)),
    secret: random.uuid(),
    clientRef: null,
    revision: 1,
    revokedAt: null,
  };
}

/** Believable keys of the present generation in any number, oldest first. */
export function* generateKeys(wanted: Generation): Generator<KeyRecord> {
  const random = seededRandom(wanted.seed);
  for (let index = 0; index < wanted.count; index += 1) yield generated(wanted, random, index);
}
