/** What makes a JSON text unacceptable before it is parsed; `open` when it ends in the middle. */
export type JsonFlaw = 'too-deep' | 'too-many' | 'repeated-name' | 'forbidden-name' | 'open';

/** How deep a text may be nested, and whether names that reach for prototypes are refused. */
export interface ScanRules {
  readonly mostDepth: number;
  readonly anyName: boolean;
}

const ANSWER: ScanRules = { mostDepth: 32, anyName: false };
/** For a document of the operator's own, which is cut to pieces as text and never copied member by member. */
export const DOCUMENT: ScanRules = { mostDepth: 200, anyName: true };

const MOST_NODES = 2_000_000;
// SECURITY: names that reach an object's prototype when data is copied about.
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Walks over a JSON text once, in time linear to its length, and finds what `JSON.parse` would accept silently.
 * Says nothing about grammar: that is for the parser.
 */
export function jsonFlaw(text: string, { mostDepth, anyName }: ScanRules = ANSWER): JsonFlaw | null {
  // The names seen so far in each open object; null for an array.
  const open: (Set<string> | null)[] = [];
  let nodes = 1;
  let nameNext = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '"': {
        const end = endOfString(text, at);
        if (end === -1) return 'open';
        const flaw = nameNext ? nameFlaw(text.slice(at, end + 1), open.at(-1), anyName) : null;
        if (flaw !== null) return flaw;
        nameNext = false;
        at = end;
        break;
      }
      case '{':
      case '[':
        nodes += 1;
        nameNext = text[at] === '{';
        if (open.push(nameNext ? new Set() : null) > mostDepth) return 'too-deep';
        break;
      case '}':
      case ']':
        open.pop();
        nameNext = false;
        break;
      case ',':
        nodes += 1;
        nameNext = open.at(-1) instanceof Set;
        break;
    }
    if (nodes > MOST_NODES) return 'too-many';
  }
  return open.length > 0 ? 'open' : null;
}

/** Where the string that starts at a quote ends, or -1. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - before) % 2 === 1) return quote;
  }
  return -1;
}

function nameFlaw(quoted: string, seen: Set<string> | null | undefined, anyName: boolean): JsonFlaw | null {
  const name = unescaped(quoted);
  if (!anyName && FORBIDDEN_NAMES.has(name)) return 'forbidden-name';
  if (seen?.has(name)) return 'repeated-name';
  seen?.add(name);
  return null;
}

/** Two spellings of one name are one name. */
function unescaped(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
