import { screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import type { InventoryKey, OpenInventory } from '@core/domain/inventory';
import type { ReviewEntry } from '@core/domain/review';
import type { InventoriesPlace } from '@renderer/inventories/inventories-place';
import { InventoriesScreen } from '@renderer/inventories/InventoriesScreen';
import { daysFromNow } from '@test/support/builders';
import { fakeClient, type FakeClient, type Stubs } from '@test/support/fake-client';
import { anInventoryKey, anInventoryPlace } from '@test/support/inventories';
import { reads } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';

/** An inventory of one environment, exported by Ada and not signed. */
export const anInventory = (over: Partial<OpenInventory> = {}): OpenInventory => ({
  inventoryId: 'i-1',
  fileName: 'march.keydesk',
  source: 'keydesk',
  bytes: 1_000,
  sha256: 'ab'.repeat(32),
  signature: { state: 'unsigned' },
  exportedAt: daysFromNow(-1),
  exportedBy: 'ada',
  fingerprints: false,
  places: [anInventoryPlace({ notKept: ['lastUsedIp'] })],
  rows: 3,
  pages: 1,
  ...over,
});

/** Three keys, in another order than that of their names. */
export const KEYS: readonly InventoryKey[] = [
  anInventoryKey({ id: '1', name: 'Crm' }),
  anInventoryKey({ id: '2', name: 'Accounting' }),
  anInventoryKey({ id: '3', name: 'Backup' }),
];

/** What a test's screen looks at. */
export interface InventoriesWorld {
  /** What is open; `offered` is opened by the window itself. */
  readonly open?: readonly OpenInventory[];
  readonly offered?: OpenInventory;
  readonly keys?: readonly InventoryKey[];
  readonly entries?: readonly ReviewEntry[];
  readonly stubs?: Stubs;
}

const stubsOf = ({ open = [], offered, keys = KEYS, entries = [] }: InventoriesWorld): Stubs => ({
  inventories: {
    list: async () => [...open],
    offered: async () =>
      offered === undefined ? [] : [{ fileId: 'f-1', fileName: offered.fileName, kind: 'inventory' }],
    open: async () => ({ state: 'open', inventory: offered ?? anInventory() }),
    page: async () => ({ json: JSON.stringify(keys) }),
    close: async () => ({ done: true }),
  },
  reviews: {
    open: async ({ inventoryId }) => ({
      startedAt: daysFromNow(0),
      finished: null,
      json: JSON.stringify(entries),
      person: 'grace',
      saved: { inventoryId, where: 'beside', savedAt: null, problem: null, displaced: false },
      other: null,
    }),
    put: async () => ({ done: true }),
    finish: async ({ by }) => ({ by, at: daysFromNow(0) }),
  },
});

/** Renders the screen over a world. */
export function renderInventories(world: InventoriesWorld = {}): Rendered & { readonly client: FakeClient } {
  const client = fakeClient(reads(), stubsOf(world), world.stubs ?? {});
  return renderWithApp(<Screen first={world.open?.[0]?.inventoryId ?? ''} />, client);
}

function Screen({ first }: { first: string }): ReactNode {
  const [place, setPlace] = useState<InventoriesPlace>({ shown: first, plans: [] });
  return <InventoriesScreen place={place} goTo={setPlace} onGoToKey={() => undefined} />;
}

/** The table, once it is there. */
export const theGrid = (): Promise<HTMLElement> =>
  screen.findByRole('grid', { name: 'Keys of the inventory' });

/** Names and decisions in the table from top to bottom. Roles would be asked of every cell, which takes long here. */
export const shown = (): string[] =>
  [...document.querySelectorAll('.kd-row')].map((row) =>
    [...row.querySelectorAll('.kd-cell')]
      .slice(0, 2)
      .map(({ textContent }) => textContent)
      .join(' '),
  );

/** Every entry that was handed over, in order. */
export const sent = (client: FakeClient): ReviewEntry[] =>
  (client.inputs('reviews.put') as { entries: ReviewEntry[] }[]).flatMap(({ entries }) => entries);
