import { redactText } from '@core/text/redact';
import type { LogFacts } from '@main/ports';

/** Ids that we make, or that a console gives to one of its answers. */
const IDS = new Set(['consoleId', 'environmentId', 'operationId', 'bulkId', 'requestId', 'incident']);
const ID = /^[\w.:/-]{1,128}$/;

/** Everything else that may stand in a line. SECURITY: a name that is not here is left out, whatever it holds. */
const NAMES = new Set([
  ...[
    'attempt',
    'call',
    'code',
    'count',
    'damaged',
    'dropped',
    'durationMs',
    'electron',
    'error',
    'file',
    'kind',
  ],
  ...[
    'node',
    'pid',
    'place',
    'platform',
    'port',
    'reason',
    'recovered',
    'retryAfterMs',
    'service',
    'size',
    'state',
  ],
  ...['status', 'step', 'swept', 'failed', 'filter', 'limit', 'system', 'vendor', 'version', 'where'],
]);

/** Our own words and the system's codes, which need no further look. */
const WORD = /^(?:[a-z]{1,16}(?:[-.:][a-z]{1,16}){0,5}|[A-Z][A-Z_]{1,31})$/;
const TEXT_LIMIT = 300;

type Fact = LogFacts[string];

/** The facts that may stand in a line, each safe; `omitted` says how many may not. */
export function safeFacts(facts: LogFacts): LogFacts {
  const given = Object.entries(facts);
  const kept = given.filter(([name]) => IDS.has(name) || NAMES.has(name));
  const omitted = given.length - kept.length;
  const safe = Object.fromEntries(kept.map(([name, fact]) => [name, safeFact(name, fact)]));
  return omitted === 0 ? safe : { ...safe, omitted };
}

function safeFact(name: string, fact: Fact): Fact {
  if (typeof fact !== 'string') return fact;
  if (IDS.has(name) ? ID.test(fact) : WORD.test(fact)) return fact;
  return redactText(fact.slice(0, TEXT_LIMIT));
}
