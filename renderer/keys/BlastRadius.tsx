import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { KeyFact } from '@core/domain/vendor';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { StatusChip } from '@renderer/shared/StatusChip';
import { keyStatus, keyStatusReason } from '@core/domain/key-status';
import { fullFact, KEY_FACTS } from './key-facts';
import type { KeyRow } from './key-row';
import { siblingsOf, type Sibling } from './siblings';

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

export interface BlastRadiusProps {
  readonly row: KeyRow;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What stops working with a key, as far as its vendor tells; its name stands above. */
export function BlastRadius({ row, now }: BlastRadiusProps): ReactNode {
  const siblings = siblingsOf(row, useQueryClient());
  return <Facts facts={[...radiusFacts(row, now), ...siblingFacts(siblings)]} />;
}

function radiusFacts({ key, place }: KeyRow, now: number): Fact[] {
  const headings = new Map(place.traits.columns.map(({ fact, label }) => [fact, label]));
  const facts = RADIUS.filter((fact) => place.facts.has(fact)).map((fact) => {
    return { name: headings.get(fact) ?? KEY_FACTS[fact].label, value: fullFact(fact, key, now) };
  });
  const status = <StatusChip status={keyStatus(key, now)} reason={keyStatusReason(key, now)} />;
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
