import type { ExpiringKey } from '@core/domain/expiry';

/** What a calendar is made with. */
export interface IcsOptions {
  /** When it is written: `DTSTAMP` of every event. */
  readonly at: string;
  /** How many days ahead to remind; 0 never does. */
  readonly leadDays: number;
  /** A short text of letters and digits that is always the same for the same identity. */
  readonly uid: (identity: string) => string;
}

/**
 * The ends of keys as an iCalendar file (RFC 5545): one all-day event per key on its last day in UTC, which takes no time
 * in anybody's diary. Names and days, never a secret.
 */
export function icsText(keys: readonly ExpiringKey[], options: IcsOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Keydesk//Expiry calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...keys.flatMap((key) => event(key, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ identity, name, place, expiresAt, renewable }: ExpiringKey, options: IcsOptions): string[] {
  const end = Date.parse(expiresAt);
  const summary = `API key expires: ${name}`;
  const next = renewable
    ? 'Set a later date, or replace it.'
    : 'It cannot be renewed: make its successor in time.';
  return [
    'BEGIN:VEVENT',
    `UID:${options.uid(identity)}@keydesk`,
    `DTSTAMP:${compact(options.at)}`,
    `DTSTART;VALUE=DATE:${day(end)}`,
    `DTEND;VALUE=DATE:${day(end + 86_400_000)}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(`${name} (${place}) expires on ${expiresAt}. ${next}`)}`,
    'TRANSP:TRANSPARENT',
    ...(options.leadDays > 0 ? alarm(summary, options.leadDays) : []),
    'END:VEVENT',
  ];
}

const alarm = (summary: string, days: number): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(summary)}`,
  `TRIGGER:-P${days}D`,
  'END:VALARM',
];

const day = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10).replaceAll('-', '');

/** `20260304T120000Z` */
const compact = (instant: string): string =>
  `${new Date(Date.parse(instant)).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** SECURITY: a line break in a name would begin a line of its own, which could be anything. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Lines have at most 75 octets, and go on after a blank. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let room = 75;
  for (const letter of line) {
    const octets = octetsOf(letter);
    if (octets > room) {
      parts.push(part);
      [part, room] = ['', 74];
    }
    part += letter;
    room -= octets;
  }
  return [...parts, part].join('\r\n ');
}

/** In UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
