import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ComparisonView } from '@core/contract/comparisons';
import { compareAtOnce } from '@core/domain/comparison';
import { CompareScreen } from '@renderer/inventories/compare/CompareScreen';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { anInventoryKey, anInventoryPlace, anOpenInventory } from '@test/support/inventories';
import { renderWithApp } from '@test/support/render-app';

const OWN = anOpenInventory();
const LATER = anOpenInventory({
  inventoryId: 'inv-2',
  fileName: 'keys-2026-04.keydesk',
  exportedAt: daysFromNow(30),
});

const PLACES = [anInventoryPlace()];
const compared = compareAtOnce(
  { places: PLACES, keys: [anInventoryKey(), anInventoryKey({ id: 'key-2', name: 'Shop' })] },
  {
    places: PLACES,
    keys: [
      anInventoryKey({ role: 'Admin' }),
      anInventoryKey({ id: 'key-3', name: 'Depot', createdAt: daysFromNow(-1) }),
    ],
  },
);

const side = (fileName: string, kind: 'inventory' | 'live' = 'inventory') => ({
  kind,
  fileName,
  sha256: null,
  at: daysFromNow(0),
  keys: 2,
});

const view = (over: Partial<ComparisonView> = {}): ComparisonView => ({
  comparisonId: 'c',
  older: side(OWN.fileName),
  newer: side(LATER.fileName),
  counts: compared.counts,
  unchanged: compared.unchanged,
  places: [...compared.places],
  left: [],
  rows: compared.differences.length,
  pages: 1,
  ...over,
});

const stubs = (over: Partial<ComparisonView> = {}): Stubs => ({
  inventories: { list: async () => [OWN, LATER] },
  comparisons: {
    compare: async () => view(over),
    page: async () => ({ json: JSON.stringify(compared.differences) }),
    save: async () => ({ path: '/home/ada/changes.csv' }),
  },
});

async function show(choice: RegExp, over: Partial<ComparisonView> = {}) {
  const rendered = renderWithApp(
    <CompareScreen inventory={OWN} onClose={() => undefined} />,
    fakeClient(stubs(over)),
  );
  expect(await screen.findByText('What became of these keys?')).toBeDefined();
  await waitFor(async () => {
    await rendered.user.click(screen.getByRole('combobox', { name: 'Compare with' }));
    expect(screen.getByRole('option', { name: /2026-04/ })).toBeDefined();
  });
  await rendered.user.click(screen.getByRole('option', { name: choice }));
  return rendered;
}

describe('comparing', () => {
  it('asks nothing before something is chosen; then shows what changed, one chip for each kind, and both values', async () => {
    const { client, user } = await show(/2026-04/);
    const grid = await screen.findByRole('grid', { name: 'Changes' });
    expect(client.inputs('comparisons.compare')).toEqual([
      {
        older: { kind: 'inventory', inventoryId: 'inv-1' },
        newer: { kind: 'inventory', inventoryId: 'inv-2' },
      },
    ]);
    expect(grid.textContent).toContain('Reader → Admin');
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Gone' }));
    await waitFor(() => expect(grid.textContent).not.toContain('Accounting'));
    expect(grid.textContent).toContain('Shop');
    await user.click(screen.getByRole('button', { name: 'Gone' }));
    await user.dblClick(await within(grid).findByText('Role widened'));
    const dialog = screen.getByRole('dialog', { name: 'Accounting' });
    expect(dialog.textContent).toContain('Recognised by its identifier.');
    expect(within(dialog).getByRole('row', { name: 'Role (changed) Reader Admin' })).toBeDefined();
  });

  it('can be swapped, and saved', async () => {
    const { client, user } = await show(/2026-04/);
    await screen.findByRole('grid', { name: 'Changes' });
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('menuitem', { name: /CSV/ }));
    expect(await screen.findAllByText('Comparison saved to /home/ada/changes.csv')).not.toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Swap older and newer' }));
    await waitFor(() =>
      expect(client.inputs('comparisons.compare').at(-1)).toMatchObject({ older: { inventoryId: 'inv-2' } }),
    );
  });

  it('with the consoles, and says what was not compared and why', async () => {
    const place = anInventoryPlace({ environment: { name: 'live' } });
    const why = 'Its console is not among the consoles of this Keydesk.';
    const { client } = await show(/as they are now/, {
      newer: side('', 'live'),
      left: [{ side: 'older', place, keys: 4, why }],
    });
    expect(
      await screen.findByText(/1 environment was not compared: live \(Its console is not/),
    ).toBeDefined();
    expect(client.inputs('comparisons.compare')).toMatchObject([{ newer: { kind: 'live' } }]);
  });
});
