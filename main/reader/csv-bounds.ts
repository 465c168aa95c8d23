import { AppError } from '@core/domain/app-error';
import { INVENTORY_LIMITS } from '@core/domain/inventory';

/** More columns or longer lines than this are no list of keys. */
const MOST_COLUMNS = 1_000;
const LONGEST_ROW = 256 * 1024;
/** A row per key, one for each place without keys, and the headings. */
const MOST_ROWS = INVENTORY_LIMITS.rows + INVENTORY_LIMITS.places + 1;

const QUOTE = 0x22;
const COMMA = 0x2c;
const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

/** SECURITY: that a CSV has no row too wide or too long, and not too many, before anything is made of its cells. */
export function checkCsvBounds(bytes: Buffer): void {
  let rows = 1;
  let columns = 1;
  let begin = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === 0) throw wrong('holds a character that no text has', rows);
    else if (quoted) continue;
    else if (byte === COMMA) columns += 1;
    else if (isLineEnd(byte)) {
      if (at > begin) rows += 1;
      columns = 1;
      begin = at + 1;
    }
    if (columns > MOST_COLUMNS || at - begin > LONGEST_ROW)
      throw wrong('is longer than a list of keys has', rows);
    if (rows > MOST_ROWS)
      throw wrong(`is beyond the ${INVENTORY_LIMITS.rows} keys that a file may have`, rows);
  }
}

const wrong = (how: string, row: number): AppError =>
  new AppError('invalid-input', `This file is no CSV that Keydesk can read: row ${row} ${how}.`);
