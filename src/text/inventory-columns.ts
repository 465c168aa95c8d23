import { VendorId } from '@core/domain/vendor';
import type { InventoryHead, InventoryKey, InventoryPlace } from '@core/domain/inventory';
import {
  flag,
  instantOr,
  list,
  listOrAny,
  nullable,
  optional,
  text,
  textLike,
  truth,
  word,
  type Cell,
} from './inventory-cells';

/** A fact of a key that an inventory may have. */
export type InventoryFact = Exclude<keyof InventoryKey, 'place'>;

/** How each fact stands in a cell, in the order in which every file has them. SECURITY: none of them is a secret. */
const FACT_CELLS: { readonly [F in InventoryFact]-?: Cell<InventoryKey[F]> } = {
  id: textLike(/^[\s\S]{1,200}$/),
  name: text,
  description: optional(text),
  type: nullable(word('standard', 'administration')),
  role: nullable(text),
  active: nullable(flag),
  createdAt: optional(instantOr()),
  createdBy: optional(text),
  expiresAt: optional(instantOr('never', 'unknown')),
  allowedHosts: optional(listOrAny),
  lastUsedAt: optional(instantOr('never')),
  lastUsedIp: optional(text),
  hint: optional(text),
  deployed: optional(word('live', 'saved', 'unknown')),
  usedBy: optional(list),
  weakSecret: optional(truth),
  signsIn: optional(word('yes', 'perhaps')),
  activatesAt: optional(instantOr()),
  revokedAt: optional(instantOr()),
  fingerprint: optional(textLike(/^[0-9a-f]{64}$/)),
};

/** The facts of a key in the order in which every file has them. */
export const INVENTORY_FACTS = Object.keys(FACT_CELLS) as readonly InventoryFact[];

/** A fact in words, as a heading has it: `lastUsedAt` is `last used at`. */
export const factWords = (fact: string): string =>
  fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const FACT_BY_WORDS: ReadonlyMap<string, string> = new Map(
  INVENTORY_FACTS.map((fact) => [factWords(fact), fact]),
);

const notKept: Cell<string[]> = {
  write: (facts) =>
    facts.length === 0
      ? ''
      : list.write(facts.map((fact) => (FACT_BY_WORDS.has(factWords(fact)) ? factWords(fact) : fact))),
  read: (cell) => (cell === '' ? [] : list.read(cell).map((words) => FACT_BY_WORDS.get(words) ?? words)),
};

const days: Cell<number> = {
  write: String,
  read: (cell) => Number(textLike(/^[1-9]\d{0,8}$/).read(cell)),
};

/** A column, and the member that its cell is read into. */
export interface PartColumn<T> {
  readonly heading: string;
  readonly member: string;
  readonly write: (whole: T) => string;
  readonly read: (cell: string) => unknown;
}

const part = <T, V>(heading: string, member: string, of: (whole: T) => V, cell: Cell<V>): PartColumn<T> => ({
  heading,
  member,
  write: (whole) => cell.write(of(whole)),
  read: (written) => cell.read(written),
});

/** What a row says of its key. */
export const FACT_COLUMNS: readonly PartColumn<InventoryKey>[] = INVENTORY_FACTS.map((fact) =>
  part(factWords(fact), fact, (key) => key[fact], FACT_CELLS[fact] as Cell<unknown>),
);

/** What every row says of the console. */
export const CONSOLE_COLUMNS: readonly PartColumn<InventoryPlace>[] = [
  part('console id', 'id', ({ console }) => console.id, text),
  part('console', 'label', ({ console }) => console.label, text),
  part('vendor', 'vendor', ({ console }) => console.vendor, word(...VendorId.options)),
  part('console url', 'origin', ({ console }) => console.origin, text),
];

/** What every row says of the environment. */
export const ENVIRONMENT_COLUMNS: readonly PartColumn<InventoryPlace>[] = [
  part('environment id', 'id', ({ environment }) => environment.id, text),
  part('environment', 'name', ({ environment }) => environment.name, text),
  part('parent', 'parent', ({ environment }) => environment.parent, optional(text)),
  part('variant', 'variant', ({ environment }) => environment.variant, text),
  part('production', 'production', ({ environment }) => environment.production, flag),
  part('maximum validity days', 'maxValidityDays', (at) => at.environment.maxValidityDays, nullable(days)),
  part('endpoint', 'endpoint', ({ environment }) => environment.endpoint, optional(text)),
];

/** What every row says of how the environment was read. */
export const READING_COLUMNS: readonly PartColumn<InventoryPlace>[] = [
  part('as of', 'asOf', ({ asOf }) => asOf, instantOr()),
  part('stale', 'stale', ({ stale }) => stale, optional(truth)),
  part('facts not kept', 'notKept', ({ notKept }) => notKept, notKept),
];

/** What every row says of the file. */
export const HEAD_COLUMNS: readonly PartColumn<InventoryHead>[] = [
  part('keydesk', 'keydesk', ({ keydesk }) => keydesk, text),
  part('exported at', 'exportedAt', ({ exportedAt }) => exportedAt, instantOr()),
  part('exported by', 'exportedBy', ({ exportedBy }) => exportedBy, text),
  part('fingerprints', 'fingerprints', ({ fingerprints }) => fingerprints, flag),
  part('fingerprint key', 'fingerprintKey', (head) => head.fingerprintKey, optional(text)),
];

/** What every row says of the place of its key. */
export const PLACE_COLUMNS = [...CONSOLE_COLUMNS, ...ENVIRONMENT_COLUMNS, ...READING_COLUMNS];

/** What a CSV of ours begins with, and what every row has there: the version of the form. */
export const INVENTORY_MARK = 'keydesk inventory';

/** That nothing vouches for the file, in every row. */
export const UNSIGNED = { heading: 'signature', cell: 'unsigned' } as const;

/** The headings of our CSV in their order. */
export const INVENTORY_HEADINGS: readonly string[] = [
  INVENTORY_MARK,
  UNSIGNED.heading,
  ...PLACE_COLUMNS.map(({ heading }) => heading),
  ...FACT_COLUMNS.map(({ heading }) => heading),
  ...HEAD_COLUMNS.map(({ heading }) => heading),
];
