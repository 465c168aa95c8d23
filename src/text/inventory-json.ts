import type { Inventory, InventoryHead, InventoryKey, InventoryPlace } from '@core/domain/inventory';
import { INVENTORY_FACTS } from './inventory-columns';

/**
 * An inventory as the text of a JSON object without its closing brace, ready to be signed. Its members stand in a fixed
 * order, each on a line of its own, as does every key and every place.
 */
export function inventoryJson({ places, keys, ...head }: Inventory): string {
  const members = headMembers(head).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  const lists = [`"places":${lines(places.map(placeText))}`, `"keys":${lines(keys.map(keyText))}`];
  return `{\n${[...members, ...lists].join(',\n')}`;
}

const lines = (texts: readonly string[]): string =>
  texts.length === 0 ? '[]' : `[\n${texts.join(',\n')}\n]`;

const headMembers = (head: Omit<InventoryHead, 'places'>): [string, unknown][] => {
  const { format, version, keydesk, exportedAt, exportedBy, fingerprints, fingerprintKey, count } = head;
  const members = { format, version, keydesk, exportedAt, exportedBy, fingerprints, fingerprintKey, count };
  return Object.entries(members).filter(([, value]) => value !== undefined);
};

function placeText({ console, environment, asOf, stale, notKept }: InventoryPlace): string {
  const { id, label, vendor, origin } = console;
  const { name, parent, variant, production, maxValidityDays, endpoint } = environment;
  return JSON.stringify({
    console: { id, label, vendor, origin },
    environment: { id: environment.id, name, parent, variant, production, maxValidityDays, endpoint },
    asOf,
    stale,
    notKept,
  });
}

/** SECURITY: facts are chosen one by one, so that nothing gets into a file by itself. */
function keyText(key: InventoryKey): string {
  const facts: Record<string, unknown> = { place: key.place };
  for (const fact of INVENTORY_FACTS) facts[fact] = key[fact];
  return JSON.stringify(facts);
}
