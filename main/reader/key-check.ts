import { AppError } from '@core/domain/app-error';
import { InventoryKey } from '@core/domain/inventory';
import { plainKey } from './plain-key';

/** Which line of the file the key at this position (from 0) of the page stands on. */
export type LineOf = (index: number) => number;

/** Checks keys page by page: each as an inventory has them, in a place that is there, and in it only once. */
export class KeyCheck {
  private readonly seen: Set<string>[];

  constructor(places: number) {
    this.seen = Array.from({ length: places }, () => new Set());
  }

  /** How many facts the keys of a page have together; fails with `invalid-input` that names the line. */
  take(page: readonly unknown[], lineOf: LineOf): number {
    let facts = 0;
    for (const [index, value] of page.entries()) {
      const own = plainKey(value);
      facts += own < 0 ? closely(value, () => lineOf(index)) : own;
      const wrong = this.add(value as InventoryKey);
      if (wrong !== null) throw badKey(lineOf(index), wrong);
    }
    return facts;
  }

  private add({ place, id }: InventoryKey): string | null {
    const ids = this.seen[place];
    if (ids === undefined) return 'says that it is in a place that this file does not have';
    const before = ids.size;
    return ids.add(id).size > before ? null : 'has the identifier of a key that stands above it';
  }
}

function closely(value: unknown, line: () => number): number {
  const { data, error } = InventoryKey.safeParse(value);
  if (data !== undefined) return Object.keys(data).length;
  const fact = error.issues[0]?.path[0];
  const what = typeof fact === 'string' ? `a “${fact.slice(0, 40)}” that cannot be` : 'what no key has';
  throw badKey(line(), `has ${what}`);
}

const badKey = (line: number, how: string): AppError =>
  new AppError('invalid-input', `The key on line ${line} ${how}. Nothing was opened.`);
