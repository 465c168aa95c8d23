/** A piece of a text: from its first character to the one after its last. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A member of an object: name, colon and value. */
export interface Member extends Piece {
  readonly name: string;
  /** Its value as it is written. */
  readonly raw: string;
}

/** An item of a list. */
export interface Item extends Piece {
  /** As it is written. */
  readonly raw: string;
}

const BLANKS = /[ \t\n\r]*/y;
const SCALAR = /[^,}\] \t\n\r]*/y;
/** What opens, closes or quotes; everything between says nothing about where a value ends. */
const MARKS = /[{}[\]"]/g;

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charAt(before) === '\\') before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

/** Counts instead of calling itself, so that no depth overflows anything. */
function endOfNested(text: string, at: number): number {
  let depth = 0;
  MARKS.lastIndex = at;
  for (let mark = MARKS.exec(text); mark !== null; mark = MARKS.exec(text)) {
    if (mark[0] === '"') MARKS.lastIndex = endOfString(text, mark.index);
    else depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
    if (depth === 0) return mark.index + 1;
  }
  return text.length;
}

function endOfValue(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '"') return endOfString(text, at);
  return first === '{' || first === '[' ? endOfNested(text, at) : after(SCALAR, text, at);
}

/** Where the first piece between the brackets begins, and from a piece's end where the next one does. */
const skip = (text: string, at: number): number => after(BLANKS, text, at);

function next(text: string, end: number): number {
  const at = skip(text, end);
  return text.charAt(at) === ',' ? skip(text, at + 1) : at;
}

/** Whether a value as it is written is an object or a list. */
export const kindOf = (raw: string): 'object' | 'list' | 'other' =>
  raw.startsWith('{') ? 'object' : raw.startsWith('[') ? 'list' : 'other';

/** The members of an object in the order in which they are written. The text must be valid JSON and an object. */
export function membersOf(text: string): Member[] {
  const members: Member[] = [];
  let from = skip(text, skip(text, 0) + 1);
  while (text.charAt(from) === '"') {
    const nameEnd = endOfString(text, from);
    const valueAt = skip(text, skip(text, nameEnd) + 1);
    const to = endOfValue(text, valueAt);
    const name = JSON.parse(text.slice(from, nameEnd)) as string;
    members.push({ from, to, name, raw: text.slice(valueAt, to) });
    from = next(text, to);
  }
  return members;
}

/** The items of a list in their order. The text must be valid JSON and a list. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let from = skip(text, skip(text, 0) + 1);
  while (from < text.length && text.charAt(from) !== ']') {
    const to = endOfValue(text, from);
    items.push({ from, to, raw: text.slice(from, to) });
    from = next(text, to);
  }
  return items;
}

/** The value of a member as it is written, or null. */
export const valueOf = (text: string, name: string): string | null =>
  membersOf(text).find((member) => member.name === name)?.raw ?? null;

const replaced = (text: string, { from, to }: Piece, piece: string): string =>
  text.slice(0, from) + piece + text.slice(to);

/** The text with one more piece before its closing bracket. */
function appended(text: string, pieces: readonly Piece[], piece: string): string {
  const last = pieces.at(-1);
  if (last !== undefined) return replaced(text, { from: last.to, to: last.to }, `,${piece}`);
  const at = skip(text, 0) + 1;
  return replaced(text, { from: at, to: at }, piece);
}

/** The text without some of its pieces; what is between those that stay becomes a comma. */
function keeping(text: string, pieces: readonly Piece[], kept: readonly Piece[]): string {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || kept.length === pieces.length) return text;
  const piece = kept.map(({ from, to }) => text.slice(from, to)).join(',');
  return replaced(text, { from: first.from, to: last.to }, piece);
}

/** An object with another value for one member, which is put at the end where it is missing. */
export function withMember(text: string, name: string, raw: string): string {
  const members = membersOf(text);
  const member = members.find((each) => each.name === name);
  if (member === undefined) return appended(text, members, `${JSON.stringify(name)}:${raw}`);
  return replaced(text, { from: member.to - member.raw.length, to: member.to }, raw);
}

/** An object without some members. */
export function withoutMembers(text: string, names: readonly string[]): string {
  const members = membersOf(text);
  return keeping(
    text,
    members,
    members.filter(({ name }) => !names.includes(name)),
  );
}

/** A list with another item in one place. */
export function withItem(text: string, at: number, raw: string): string {
  const item = itemsOf(text)[at];
  return item === undefined ? text : replaced(text, item, raw);
}

/** A list without one of its items. */
export function withoutItem(text: string, at: number): string {
  const items = itemsOf(text);
  return keeping(
    text,
    items,
    items.filter((_item, each) => each !== at),
  );
}

/** A list with one more item at its end. */
export const plusItem = (text: string, raw: string): string => appended(text, itemsOf(text), raw);
