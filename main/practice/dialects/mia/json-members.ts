/** A member of a JSON object, its value as it was written. */
export interface JsonMember {
  readonly name: string;
  /** Source text of the value, without the blanks around it. */
  readonly raw: string;
}

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /[^,}\] \t\n\r]*/y;

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

const skipBlanks = (text: string, at: number): number => after(BLANK, text, at);

/** Where a string ends whose quotation mark stands at `at`. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return end + 1;
}

/** Where an object or a list ends, however deep: a count and no recursion. */
function endOfNested(text: string, at: number): number {
  let depth = 0;
  let end = at;
  do {
    const character = text.charAt(end);
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    end = character === '"' ? endOfString(text, end) : end + 1;
  } while (depth > 0);
  return end;
}

function endOfValue(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '"') return endOfString(text, at);
  return first === '{' || first === '[' ? endOfNested(text, at) : after(SCALAR, text, at);
}

/**
 * The members of an object in the order in which they were written, with integer-like names and numbers such as
 * `1.50` as they are. The text must be valid JSON and an object.
 */
export function membersOf(text: string): JsonMember[] {
  const members: JsonMember[] = [];
  let at = skipBlanks(text, skipBlanks(text, 0) + 1);
  while (text.charAt(at) !== '}') {
    const nameEnd = endOfString(text, at);
    const valueAt = skipBlanks(text, skipBlanks(text, nameEnd) + 1);
    const end = endOfValue(text, valueAt);
    members.push({ name: JSON.parse(text.slice(at, nameEnd)) as string, raw: text.slice(valueAt, end) });
    at = skipBlanks(text, end);
    if (text.charAt(at) === ',') at = skipBlanks(text, at + 1);
  }
  return members;
}

/** Writes an object. */
export function objectOf(members: readonly JsonMember[]): string {
  return `{${members.map(({ name, raw }) => `${JSON.stringify(name)}:${raw}`).join(',')}}`;
}

/** The members with other values for some names, in their places; names that are missing follow at the end. */
export function withValues(
  members: readonly JsonMember[],
  values: Readonly<Record<string, string>>,
): JsonMember[] {
  const replaced = new Map(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  const missing = [...replaced].filter(([name]) => !members.some((member) => member.name === name));
  return [
    ...members.map((member) => ({ ...member, raw: replaced.get(member.name) ?? member.raw })),
    ...missing.map(([name, raw]) => ({ name, raw })),
  ];
}
