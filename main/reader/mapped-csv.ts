import { AppError } from '@core/domain/app-error';
import { looksLikeProduction } from '@core/domain/environment';
import type { Instant } from '@core/domain/instant';
import { MAPPABLE, type CsvMapping, type Mappable } from '@core/domain/inventory-mapping';
import { INVENTORY_LIMITS, type InventoryKey, type InventoryPlace } from '@core/domain/inventory';
import { vendorInfo } from '@core/domain/vendor';
import type { CsvRow } from '@core/text/csv';
import { readActive, readExpiry, readHosts, readLastUse, readMoment, readType } from './mapped-cells';

/** Stands for the console that such a file does not name. */
const CONSOLE_ID = 'file';
const LONGEST_ID = 200;

/** Keys of a CSV that is not ours, with the places they say. */
export interface MappedKeys {
  readonly places: InventoryPlace[];
  readonly keys: InventoryKey[];
}

/** Reads rows behind the headings as the operator mapped them. What a cell does not clearly say is not known. */
export function mappedKeys(rows: Iterable<CsvRow>, mapping: CsvMapping, asOf: Instant): MappedKeys {
  if (mapping.columns.name === undefined)
    throw new AppError('invalid-input', 'Say which column holds the names of the keys.', { field: 'name' });
  const places: InventoryPlace[] = [];
  const known = new Map<string, number>();
  const keys: InventoryKey[] = [];
  for (const { cells, line } of rows) {
    const cell = (fact: Mappable): string => cells[mapping.columns[fact] ?? -1]?.trim() ?? '';
    const name = cell('environment').slice(0, LONGEST_ID) || 'All keys';
    const place = known.get(name) ?? places.push(placeOf(name, mapping, asOf)) - 1;
    known.set(name, place);
    if (keys.length >= INVENTORY_LIMITS.rows || places.length > INVENTORY_LIMITS.places) throw tooMuch(line);
    keys.push(keyOf(cell, place, line));
  }
  return { places, keys };
}

function placeOf(name: string, { vendor, columns }: CsvMapping, asOf: Instant): InventoryPlace {
  const { label, variants } = vendorInfo(vendor);
  return {
    console: { id: CONSOLE_ID, label, vendor, origin: '' },
    environment: {
      id: name,
      name,
      variant: Object.keys(variants)[0] ?? '',
      production: looksLikeProduction(name),
      maxValidityDays: null,
    },
    asOf,
    notKept: MAPPABLE.filter((fact) => fact !== 'environment' && columns[fact] === undefined),
  };
}

function keyOf(cell: (fact: Mappable) => string, place: number, line: number): InventoryKey {
  const id = cell('id').slice(0, LONGEST_ID) || `line-${line}`;
  const texts = {
    description: cell('description'),
    createdBy: cell('createdBy'),
    lastUsedIp: cell('lastUsedIp'),
    hint: cell('hint'),
  };
  return {
    place,
    id,
    name: cell('name') || id,
    type: readType(cell('type')),
    role: cell('role') || null,
    active: readActive(cell('active')),
    ...withoutEmpty({
      ...texts,
      createdAt: readMoment(cell('createdAt')),
      revokedAt: readMoment(cell('revokedAt')),
      expiresAt: cell('expiresAt') === '' ? undefined : readExpiry(cell('expiresAt')),
      lastUsedAt: readLastUse(cell('lastUsedAt')),
      allowedHosts: readHosts(cell('allowedHosts')),
    }),
  };
}

function withoutEmpty<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

const tooMuch = (line: number): AppError =>
  new AppError(
    'invalid-input',
    `From line ${line} on there are more keys or environments than one file may have.`,
  );
