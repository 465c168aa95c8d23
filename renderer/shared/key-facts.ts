import type { ApiKey } from '@core/domain/api-key';
import { KEY_STATUSES, keyStatus, keyStatusReason } from '@core/domain/key-status';
import type { KeyFact } from '@core/domain/vendor';
import {
  formatDate,
  formatExpiry,
  formatHosts,
  formatMoment,
  formatRelative,
  NO_VALUE,
} from '@core/text/format';
import { statusText } from '@renderer/shared/StatusChip';

/** How one fact of a key is read. `now` is in epoch milliseconds. */
interface FactReader {
  /** The heading where several vendors, who each have a word of their own, share a column. */
  readonly label: string;
  readonly text: (key: ApiKey, now: number) => string;
  /** What the short text leaves out. */
  readonly more?: (key: ApiKey, now: number) => string | undefined;
  /** Whether `more` gives the reason for the short text, and does not say the same in full. */
  readonly reasoned?: true;
  /** Sorts by number; NaN where the console does not say. */
  readonly order?: (key: ApiKey, now: number) => number;
  /** Whether *Search* looks through it. */
  readonly searched?: boolean;
}

const moment = (instant: string | undefined): number => (instant === undefined ? NaN : Date.parse(instant));

function exactly(instant: string | undefined, now: number): string | undefined {
  if (instant === undefined || instant === 'never' || instant === 'unknown') return undefined;
  return `${formatMoment(instant)} (${formatRelative(instant, now)})`;
}

const TYPES = { standard: 'Standard', administration: 'Administration' } as const;

/** The name of a key's type. */
export const typeText = (type: ApiKey['type']): string => (type === null ? NO_VALUE : TYPES[type]);

const lastUse = ({ lastUsedAt }: ApiKey, now: number): string => {
  if (lastUsedAt === undefined) return NO_VALUE;
  return lastUsedAt === 'never' ? 'Never' : formatRelative(lastUsedAt, now);
};

const expiryOrder = ({ expiresAt }: ApiKey): number => (expiresAt === 'never' ? Infinity : moment(expiresAt));
const useOrder = ({ lastUsedAt }: ApiKey): number =>
  lastUsedAt === 'never' ? -Infinity : moment(lastUsedAt);

/** The reason for a status; for one that passes by itself, until when. */
function statusReason(key: ApiKey, now: number): string {
  const reason = keyStatusReason(key, now);
  if (key.activatesAt === undefined || keyStatus(key, now) !== 'activating') return reason;
  return `${reason} It works everywhere by ${formatMoment(key.activatesAt)}.`;
}

/** A list of endpoints by its first. */
function endpointsText({ usedBy: [first, ...others] = [] }: ApiKey): string {
  if (first === undefined) return NO_VALUE;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

const everyHost = ({ allowedHosts }: ApiKey): string | undefined =>
  Array.isArray(allowedHosts) && allowedHosts.length > 1 ? allowedHosts.join(', ') : undefined;

const DEPLOYED = {
  live: { text: 'Live', more: 'What is saved was deployed from here.' },
  saved: {
    text: 'Saved, not deployed',
    more: 'It works as before until what is saved was deployed everywhere.',
  },
  unknown: {
    text: 'Unknown',
    more: 'Keydesk did not deploy what is saved now, and the console does not say.',
  },
} as const;

/** Every fact a vendor may know of a key. */
export const KEY_FACTS: Readonly<Record<KeyFact, FactReader>> = {
  name: { label: 'Name', text: ({ name }) => name, searched: true },
  description: { label: 'Description', text: ({ description }) => description ?? NO_VALUE, searched: true },
  status: {
    label: 'Status',
    text: (key, now) => statusText(keyStatus(key, now)),
    more: statusReason,
    reasoned: true,
    order: (key, now) => KEY_STATUSES.indexOf(keyStatus(key, now)),
  },
  type: { label: 'Type', text: ({ type }) => typeText(type), searched: true },
  role: { label: 'Role', text: ({ role }) => role ?? NO_VALUE, searched: true },
  expiresAt: {
    label: 'Expires',
    text: ({ expiresAt }) => formatExpiry(expiresAt),
    more: ({ expiresAt }, now) => exactly(expiresAt, now),
    order: expiryOrder,
  },
  allowedHosts: {
    label: 'Allowed hosts',
    text: ({ allowedHosts }) => formatHosts(allowedHosts),
    more: everyHost,
    searched: true,
  },
  lastUsedAt: {
    label: 'Last used',
    text: lastUse,
    more: ({ lastUsedAt }, now) => exactly(lastUsedAt, now),
    order: useOrder,
  },
  lastUsedIp: { label: 'Last used from', text: ({ lastUsedIp }) => lastUsedIp ?? NO_VALUE, searched: true },
  createdBy: { label: 'Created by', text: ({ createdBy }) => createdBy ?? NO_VALUE, searched: true },
  createdAt: {
    label: 'Created',
    text: ({ createdAt }) => (createdAt === undefined ? NO_VALUE : formatDate(createdAt)),
    more: ({ createdAt }, now) => exactly(createdAt, now),
    order: ({ createdAt }) => moment(createdAt),
  },
  hint: {
    label: 'Key ends in',
    text: ({ hint }) => (hint === undefined ? NO_VALUE : hintText(hint)),
    searched: true,
  },
  deployed: {
    label: 'Deployed',
    text: ({ deployed }) => (deployed === undefined ? NO_VALUE : DEPLOYED[deployed].text),
    more: ({ deployed }) => (deployed === undefined ? undefined : DEPLOYED[deployed].more),
    reasoned: true,
  },
  usedBy: {
    label: 'Used by endpoints',
    text: endpointsText,
    more: ({ usedBy = [] }) => (usedBy.length > 1 ? usedBy.join(', ') : undefined),
    searched: true,
  },
  // What only a form asks for has no column.
  validDays: { label: 'Valid for (days)', text: () => NO_VALUE },
  active: { label: 'Active', text: ({ active }) => (active === false ? 'No' : 'Yes') },
  secret: { label: 'API key', text: () => NO_VALUE },
  keepSecret: { label: 'Kept', text: () => NO_VALUE },
};

/** A fact with all that is known of it, where there is room. */
export function fullFact(fact: KeyFact, key: ApiKey, now: number): string {
  const { text, more, reasoned = false } = KEY_FACTS[fact];
  const said = more?.(key, now);
  if (said === undefined) return text(key, now);
  return reasoned ? `${text(key, now)}. ${said}` : said;
}

/** A name that stands for a value put in elsewhere is no end of one. */
function hintText(hint: string): string {
  return hint.startsWith('{{') ? hint : `…${hint.replace(/^…/, '')}`;
}
