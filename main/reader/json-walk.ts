import { isAscii } from 'node:buffer';
import { AppError } from '@core/domain/app-error';

/** A range of bytes: from, and up to without. */
export type Range = readonly [from: number, to: number];

/** No value in an inventory is nested deeper, and no text in it takes more bytes with all of it escaped. */
const MOST_DEPTH = 8;
const LONGEST_STRING = 32 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;

/**
 * Finds values in the bytes of a JSON text, in time linear to its length and without recursion: what is inside of them
 * is for the parser, which is given one small value after the other. SECURITY: nothing is parsed before it is known to
 * be shallow and short.
 */
export class JsonWalk {
  at = 0;
  /** Colons outside of texts so far: as many names as the values walked over have, repeated ones too. */
  names = 0;

  constructor(private readonly bytes: Buffer) {}

  /** The next byte that is no space, as a character; empty at the end. */
  peek(): string {
    const { bytes } = this;
    for (let byte = bytes[this.at]; byte !== undefined && byte <= 0x20; byte = bytes[this.at]) {
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) throw this.broken();
      this.at += 1;
    }
    return this.at < bytes.length ? String.fromCharCode(bytes[this.at] ?? 0) : '';
  }

  /** Passes over one of these characters and says which; fails where another stands. */
  take(characters: string): string {
    const next = this.peek();
    if (next === '' || !characters.includes(next)) throw this.broken();
    this.at += 1;
    return next;
  }

  /** Passes over a name and its colon. */
  name(): string {
    if (this.peek() !== '"') throw this.broken();
    const range = this.value(LONGEST_STRING);
    this.take(':');
    return String(this.read(this.text(range), range[0]));
  }

  /** Passes over one value of at most so many bytes. */
  value(most: number): Range {
    this.peek();
    const { bytes } = this;
    const from = this.at;
    const last = Math.min(bytes.length, from + most);
    let depth = 0;
    let at = from;
    for (; at < last; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) at = this.endOfString(at);
      else if (byte === COLON) this.names += 1;
      else if (byte === 0x7b || byte === 0x5b) {
        if ((depth += 1) > MOST_DEPTH) throw this.broken('is nested too deeply', at);
      } else if (byte === 0x7d || byte === 0x5d) {
        if ((depth -= 1) < 0) break;
      } else if (byte === COMMA && depth === 0) break;
      if (depth === 0 && (byte === 0x7d || byte === 0x5d || byte === QUOTE)) {
        at += 1;
        break;
      }
    }
    if (at >= last && last < bytes.length) throw this.broken('is longer than anything in an inventory', from);
    if (at === from || depth > 0) throw this.broken('', at);
    this.at = at;
    return [from, at];
  }

  /** What a text means that stands there. */
  read(text: string, at: number): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.broken('', at);
    }
  }

  /** The text of a range. */
  text([from, to]: Range): string {
    const part = this.bytes.subarray(from, to);
    // Most parts are; they are read many times as fast, and parsed faster too.
    return part.toString(isAscii(part) ? 'latin1' : 'utf8');
  }

  /** That the text is no inventory from the line on where it was looked at. */
  broken(what = '', at = this.at): AppError {
    const line = this.lineAt(at);
    const how = what === '' ? 'is no JSON, or the file ends in the middle' : what;
    return new AppError(
      'invalid-input',
      `This file is no inventory that Keydesk can read: line ${line} ${how}.`,
    );
  }

  /** The line of a byte, from 1. */
  lineAt(at: number): number {
    let line = 1;
    for (let end = this.bytes.indexOf(10); end >= 0 && end < at; end = this.bytes.indexOf(10, end + 1))
      line += 1;
    return line;
  }

  private endOfString(start: number): number {
    const { bytes } = this;
    const last = Math.min(bytes.length, start + LONGEST_STRING);
    for (let at = start + 1; at < last; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) return at;
      if (byte === BACKSLASH) at += 1;
    }
    throw this.broken(last < bytes.length ? 'holds a text that is too long' : '', start);
  }
}
