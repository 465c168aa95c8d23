import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  INVENTORY_FORMAT,
  type InventoryHead,
  type InventoryKey,
  type InventoryPlace,
} from '@core/domain/inventory';
import { unsignedText } from '@core/text/signed-text';

/** Where the keys of these inventories live. */
export const A_PLACE: InventoryPlace = {
  console: { id: 'acme', label: 'Acme Qodly', vendor: 'qodly', origin: 'https://console.acme.example' },
  environment: {
    id: 'env-staging',
    name: 'staging',
    variant: 'cloud',
    production: false,
    maxValidityDays: 365,
  },
  asOf: '2026-01-01T00:00:00.000Z',
  notKept: [],
};

/** A key of an inventory. */
export const anInventoryKey = (index: number, facts: Partial<InventoryKey> = {}): InventoryKey => ({
  place: 0,
  id: `key-${index}`,
  name: `Key ${index}`,
  type: 'standard',
  role: 'Reader',
  active: true,
  createdAt: '2025-01-01T00:00:00.000Z',
  expiresAt: 'never',
  allowedHosts: ['10.0.0.1'],
  ...facts,
});

/** What a file with so many keys says before them. */
export const aHead = (count: number, head: Partial<InventoryHead> = {}): InventoryHead => ({
  format: INVENTORY_FORMAT,
  version: 1,
  keydesk: '0.1.0',
  exportedAt: '2026-01-01T00:00:00.000Z',
  exportedBy: 'ada',
  fingerprints: false,
  count,
  places: [A_PLACE],
  ...head,
});

/** The text of an inventory without its closing brace, as `signedText` takes it. */
export const openInventoryText = (keys: readonly InventoryKey[], head = aHead(keys.length)): string =>
  `${JSON.stringify(head).slice(0, -1)},\n"keys":[\n${keys.map((key) => JSON.stringify(key)).join(',\n')}\n]`;

/** The text of an unsigned inventory with so many keys. */
export const inventoryText = (count: number): string =>
  unsignedText(openInventoryText(Array.from({ length: count }, (_, index) => anInventoryKey(index))));

/** Writes a file that goes with the test, and says where it is. */
export async function fileOf(text: string | Uint8Array, name = 'keys.keydesk'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-file-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}
