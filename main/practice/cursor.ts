import * as z from 'zod';

/**
 * The place after which a page starts: the sort value and the identifier of the last item handed out. It names
 * an item's place rather than a count, so inserts and deletes neither repeat nor skip a surviving item.
 */
export type Position = readonly [sort: number, id: string];

/** Before every item. */
export const BEGINNING: Position = [Number.MIN_SAFE_INTEGER, ''];

const Written = z.tuple([z.string(), z.number(), z.string()]);

/** Writes a position as opaque text. `scope` names the listing, so that a cursor only works where it came from. */
export function encodeCursor(scope: string, [sort, id]: Position): string {
  return Buffer.from(JSON.stringify([scope, sort, id])).toString('base64url');
}

/** Reads a cursor of this listing; `null` when it is not one. */
export function decodeCursor(scope: string, text: string): Position | null {
  try {
    const [from, sort, id] = Written.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return from === scope ? [sort, id] : null;
  } catch {
    return null;
  }
}
