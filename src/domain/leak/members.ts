import type { Candidate } from '@core/domain/leak/candidate';
import { namesCredential, vendorName } from '@core/domain/leak/names';

/** So many values of a JSON text are looked at. */
const MOST_VALUES = 20_000;
const LONGEST = 4_000;

/** The texts under the names of credentials in a JSON text, read as JSON says, so that escapes are undone. */
export function* members(text: string): Generator<Candidate> {
  const waiting: unknown[] = [parsed(text)];
  for (let seen = 0; waiting.length > 0 && seen < MOST_VALUES; seen += 1) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, each] of Object.entries(value)) {
      if (typeof each === 'string') yield* candidate(name, each);
      else if (waiting.length < MOST_VALUES) waiting.push(each);
    }
  }
}

function* candidate(member: string, value: string): Generator<Candidate> {
  if (value.length > LONGEST || !namesCredential(member)) return;
  const name = vendorName(member);
  yield { kind: 'json', value, ...(name !== undefined && { name }) };
}

function parsed(text: string): unknown {
  const start = text.trimStart().charAt(0);
  if (start !== '{' && start !== '[') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
