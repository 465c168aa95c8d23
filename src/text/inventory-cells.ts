import { INVENTORY_LIMITS } from '@core/domain/inventory';
import { Instant } from '@core/domain/instant';

/** How a fact stands in a cell of our CSV. */
export interface Cell<T> {
  write(value: T): string;
  /** Throws a `BadCell` where it is no such fact. */
  read(cell: string): T;
}

/** That a cell holds something its column cannot have. */
export class BadCell extends Error {}

/** A text of at most 4,096 characters. */
export const text: Cell<string> = {
  write: (value) => value,
  read: (cell) => {
    if (cell.length > INVENTORY_LIMITS.field) throw new BadCell();
    return cell;
  },
};

/** A text of one form. */
export const textLike = (form: RegExp): Cell<string> => ({
  write: (value) => value,
  read: (cell) => {
    if (!form.test(cell)) throw new BadCell();
    return cell;
  },
});

/** One of these words. */
export const word = <W extends string>(...words: readonly W[]): Cell<W> => ({
  write: (value) => value,
  read: (cell) => {
    const found = words.find((each) => each === cell);
    if (found === undefined) throw new BadCell();
    return found;
  },
});

/** A moment in UTC, or one of these words. */
export const instantOr = <W extends string>(...words: readonly W[]): Cell<Instant> => ({
  write: (value) => value,
  read: (cell) => {
    if (isInstant(cell) || words.some((each) => each === cell)) return cell;
    throw new BadCell();
  },
});

/** `true` or `false`, also in capital letters, as spreadsheet programs save them. */
export const flag: Cell<boolean> = {
  write: String,
  read: (cell) => word('true', 'false').read(cell.toLowerCase()) === 'true',
};

/** Always `true`, where it is said at all. */
export const truth: Cell<true> = {
  write: String,
  read: (cell) => {
    if (cell.toLowerCase() !== 'true') throw new BadCell();
    return true;
  },
};

/** A fact that may be without a value: that is an empty cell. */
export const nullable = <T>(cell: Cell<T>): Cell<T | null> => ({
  write: (value) => (value === null ? '' : cell.write(value)),
  read: (written) => (written === '' ? null : cell.read(written)),
});

/** A fact that may not be recorded: that is an empty cell. */
export const optional = <T>(cell: Cell<T>): Cell<T | undefined> => ({
  write: (value) => (value === undefined ? '' : cell.write(value)),
  read: (written) => (written === '' ? undefined : cell.read(written)),
});

/**
 * Several texts, with `; ` between them; none at all is the word `none`. A `\` stands before a `;` or `\` that belongs
 * to a text, and before a text that would look like one of the words.
 */
export const list: Cell<string[]> = {
  write: (texts) => {
    if (texts.length === 0) return NONE;
    const written = texts.map((each) => each.replace(/[\\;]/g, '\\$&')).join('; ');
    return WORDS.has(written) ? `\\${written}` : written;
  },
  read: (cell) => (cell === NONE ? [] : itemsOf(cell)),
};

/** A list, or the word `any`. */
export const listOrAny: Cell<'any' | string[]> = {
  write: (value) => (value === 'any' ? value : list.write(value)),
  read: (cell) => (cell === 'any' ? cell : list.read(cell)),
};

const NONE = 'none';
/** What a list is never written as. */
const WORDS: ReadonlySet<string> = new Set([NONE, 'any', '']);

function itemsOf(cell: string): string[] {
  const items: string[] = [];
  let item = '';
  for (let at = 0; at < cell.length; at += 1) {
    const next = cell.charAt(at);
    if (next === '\\') item += cell.charAt((at += 1));
    else if (next !== ';') item += next;
    else {
      items.push(text.read(item));
      item = '';
      if (cell.charAt(at + 1) === ' ') at += 1;
    }
  }
  return [...items, text.read(item)];
}

/** A moment on a day that every month has, as the domain writes it; the schema is slow for many thousands. */
const PLAIN_INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isInstant = (cell: string): boolean => PLAIN_INSTANT.test(cell) || Instant.safeParse(cell).success;
