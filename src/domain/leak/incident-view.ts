import { keyText, type KeyRef } from '@core/domain/api-key';
import type {
  IncidentEntry,
  IncidentEvent,
  IncidentKey,
  IncidentSummary,
  IncidentView,
} from '@core/domain/incident';
import type { Instant } from '@core/domain/instant';
import type { Proof } from '@core/domain/leak/proof';

/** What is not in the record: what main holds and does just now. */
export interface Present {
  readonly chain: IncidentView['chain'];
  /** The trials that are running. */
  readonly proofOf: (key: KeyRef) => Proof | null;
  readonly provable: (key: KeyRef) => boolean;
}

type Kind = IncidentEvent['kind'];
type Event<K extends Kind> = Extract<IncidentEvent, { kind: K }>;
type Line<K extends Kind> = Omit<IncidentEntry, 'event'> & { readonly event: Event<K> };

/** The lines of one kind, oldest first. */
export const linesOf = <K extends Kind>(entries: readonly IncidentEntry[], kind: K): Line<K>[] =>
  entries.filter((entry): entry is Line<K> => entry.event.kind === kind);

/** An incident as it follows from its lines; null where there are none. One whose beginning is damaged is shown too. */
export function incidentView(entries: readonly IncidentEntry[], present: Present): IncidentView | null {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return null;
  const leaked = leakedKeys(entries, present);
  const opened = linesOf(entries, 'opened')[0]?.event;
  const { title, drill, reportedAt, foundAt } = opened ?? { ...UNKNOWN, reportedAt: first.at };
  const closed = entries.findLast(({ event: { kind } }) => kind === 'closed' || kind === 'continued');
  const isClosed = closed?.event.kind === 'closed';
  return {
    incidentId: first.incidentId,
    title,
    drill,
    state: isClosed ? 'closed' : 'open',
    openedAt: first.at,
    by: last.by,
    keys: leaked.length,
    proved: leaked.filter(isDead).length,
    foundAt,
    times: { reportedAt, ...timesOf(entries, leaked), ...(isClosed && { closedAt: closed.at }) },
    leaked,
    chain: present.chain,
    entries: [...entries],
  };
}

const UNKNOWN = { title: 'A record whose beginning is damaged', drill: false, foundAt: '' } as const;

/** What a list shows of an incident. */
export const summaryOf = (view: IncidentView): IncidentSummary => {
  const { incidentId, title, drill, state, openedAt, by, keys, proved } = view;
  return { incidentId, title, drill, state, openedAt, by, keys, proved };
};

const isDead = ({ proof }: IncidentKey): boolean => proof?.state === 'dead';
const isStopped = ({ state }: IncidentKey): boolean => state === 'stopped' || state === 'disabled';

function timesOf(
  entries: readonly IncidentEntry[],
  leaked: readonly IncidentKey[],
): Omit<IncidentView['times'], 'reportedAt' | 'closedAt'> {
  const identifiedAt = linesOf(entries, 'identified').find(({ event }) => event.keys.length > 0)?.at;
  const decidedAt = linesOf(entries, 'decided')[0]?.at;
  const stoppedAt = latest(leaked, isStopped, ({ stoppedAt: at }) => at);
  const provedAt = latest(leaked, isDead, ({ proof }) => proof?.deadAt ?? undefined);
  return {
    ...(identifiedAt && { identifiedAt }),
    ...(decidedAt && { decidedAt }),
    ...(stoppedAt && { stoppedAt }),
    ...(provedAt && { provedAt }),
  };
}

/** When the last of all keys got there; undefined while one has not. */
function latest(
  leaked: readonly IncidentKey[],
  there: (key: IncidentKey) => boolean,
  at: (key: IncidentKey) => Instant | undefined,
): Instant | undefined {
  if (leaked.length === 0 || !leaked.every(there)) return undefined;
  return leaked
    .flatMap((key) => at(key) ?? [])
    .sort((a, b) => (a < b ? -1 : 1))
    .at(-1);
}

function leakedKeys(entries: readonly IncidentEntry[], present: Present): IncidentKey[] {
  const keys = new Map<string, IncidentKey>();
  for (const { at, event } of entries) {
    if (event.kind === 'identified')
      for (const key of event.keys) {
        const former = keys.get(keyText(key.key));
        const fresh = { state: 'live', proof: null, ...former, ...key } as const;
        keys.set(keyText(key.key), { ...fresh, provable: present.provable(key.key) });
      }
    else if ('key' in event) {
      const key = keys.get(keyText(event.key));
      if (key !== undefined) keys.set(keyText(event.key), { ...key, ...changeBy(event, at) });
    }
  }
  return [...keys.values()].map((key) => ({ ...key, proof: proofNow(key, present) }));
}

type KeyEvent = Extract<IncidentEvent, { key: KeyRef }>;

function changeBy(event: KeyEvent, at: Instant): Partial<IncidentKey> {
  switch (event.kind) {
    case 'ordered':
      return { orderedAt: at, operationId: event.operationId };
    case 'stopped': {
      const done = event.state === 'stopped' || event.state === 'disabled';
      return { state: event.state, answer: event.answer, ...(done && { stoppedAt: at }) };
    }
    case 'replaced':
      return event.newKey === null ? {} : { replacedBy: event.newKey.name };
    case 'proof':
      return { proof: event.proof };
  }
}

/** What the record says was true when it was written; nobody watches any more where nothing is running. */
function proofNow({ key, proof }: IncidentKey, { proofOf }: Present): Proof | null {
  return proofOf(key) ?? (proof && { ...proof, watching: false });
}
