import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { keyStatus, keyStatusReason } from '@core/domain/key-status';
import type { KeyFact, KeyTraits } from '@core/domain/vendor';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { fullFact, KEY_FACTS } from '@renderer/shared/key-facts';
import { StatusChip } from '@renderer/shared/StatusChip';

/** What tells how much depends on a key, in the order in which it matters. */
const RADIUS: readonly KeyFact[] = [
  'type',
  'role',
  'allowedHosts',
  'lastUsedAt',
  'lastUsedIp',
  'expiresAt',
  'createdBy',
  'deployed',
  'usedBy',
  'hint',
];

const SIBLINGS_SHOWN = 5;

/** A key of the same name somewhere else, as far as it is said. */
export interface Sibling {
  /** The name of its environment, or that it is the same one. */
  readonly where: string;
  readonly production: boolean;
}

export interface BlastRadiusProps {
  readonly apiKey: ApiKey;
  /** What keys have where it lives. */
  readonly traits: KeyTraits;
  readonly siblings: readonly Sibling[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What stops working with a key, as far as its vendor tells; its name stands above. */
export function BlastRadius({ siblings, ...about }: BlastRadiusProps): ReactNode {
  return <Facts facts={[...radiusFacts(about), ...siblingFacts(siblings)]} />;
}

function radiusFacts({ apiKey, traits, now }: Omit<BlastRadiusProps, 'siblings'>): Fact[] {
  const headings = new Map(traits.columns.map(({ fact, label }) => [fact, label]));
  const facts = RADIUS.filter((fact) => headings.has(fact)).map((fact) => {
    return { name: headings.get(fact) ?? KEY_FACTS[fact].label, value: fullFact(fact, apiKey, now) };
  });
  const status = <StatusChip status={keyStatus(apiKey, now)} reason={keyStatusReason(apiKey, now)} />;
  return [{ name: headings.get('status') ?? KEY_FACTS.status.label, value: status }, ...facts];
}

function siblingFacts(siblings: readonly Sibling[]): Fact[] {
  if (siblings.length === 0) return [];
  const names = siblings
    .slice(0, SIBLINGS_SHOWN)
    .map(({ where, production }) => (production ? `${where} (production)` : where));
  const more = siblings.length - names.length;
  const text = [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return [{ name: 'Same name also in', value: `${text}. Those keys stay.` }];
}
