import {
  INVENTORY_FORMAT,
  type Inventory,
  type InventoryKey,
  type InventoryPlace,
} from '@core/domain/inventory';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { inventoryJson } from '@core/text/inventory-json';
import { coveredText, signedText } from '@core/text/signed-text';
import { nodeSigning } from '@main/node-signing';

const PLACES = 12;
const TEAMS = ['billing', 'search', 'night jobs', 'partners', 'mobile app', 'reports'];

/** The text of an inventory with so many keys of several environments, signed by somebody whom nobody here knows. */
export function signedInventory(rows: number, now = Date.now()): string {
  const { privateKey, publicKey } = nodeSigning.newKeyPair();
  const open = inventoryJson(inventory(rows, now));
  const value = nodeSigning.sign(privateKey, coveredText(open));
  const fingerprint = nodeSigning.fingerprint(publicKey);
  return signedText(open, { algorithm: 'Ed25519', publicKey, fingerprint, value });
}

function inventory(rows: number, now: number): Inventory {
  return {
    format: INVENTORY_FORMAT,
    version: 1,
    keydesk: '0.1.0',
    exportedAt: toInstant(now),
    exportedBy: 'ada',
    fingerprints: false,
    count: rows,
    places: Array.from({ length: PLACES }, (_, at) => place(at, now)),
    keys: Array.from({ length: rows }, (_, at) => key(at, now)),
  };
}

const place = (at: number, now: number): InventoryPlace => ({
  console: { id: 'acme', label: 'Acme', vendor: 'qodly', origin: 'https://console.acme.example' },
  environment: {
    id: `env-${at}`,
    name: `environment ${at}`,
    variant: 'cloud',
    production: at === 0,
    maxValidityDays: 365,
  },
  asOf: toInstant(now),
  notKept: [],
});

/** No two keys are called alike, as sorting has it hardest. */
const key = (at: number, now: number): InventoryKey => ({
  place: at % PLACES,
  id: `key-${at.toString(16).padStart(12, '0')}`,
  name: `${TEAMS[at % TEAMS.length] ?? ''} worker ${at}`,
  description: at % 3 === 0 ? `Made for the ${TEAMS[at % TEAMS.length] ?? ''} team` : '',
  type: at % 97 === 0 ? 'administration' : 'standard',
  role: at % 5 === 0 ? 'Admin' : 'Reader',
  active: at % 11 !== 0,
  createdAt: toInstant(now - (at % 900) * DAY_MS - at * 1_000),
  createdBy: `person-${at % 40}@acme.example`,
  expiresAt: at % 4 === 0 ? 'never' : toInstant(now + (at % 700) * DAY_MS),
  allowedHosts: at % 7 === 0 ? 'any' : [`10.0.${at % 250}.${(at >> 8) % 250}`],
  lastUsedAt: at % 9 === 0 ? 'never' : toInstant(now - (at % 400) * DAY_MS),
});
