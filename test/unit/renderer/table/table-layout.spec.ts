import { expect, it } from 'vitest';
import type { Column } from '@renderer/table/column';
import { layoutTable } from '@renderer/table/table-layout';

const column = (id: string, width: number, more: Partial<Column<never>> = {}): Column<never> => ({
  id,
  label: id,
  width,
  text: () => '',
  ...more,
});

it('lays out tick box, columns and actions, and says what stays in view', () => {
  const layout = layoutTable([column('name', 200, { grow: 2, pinned: true }), column('role', 90)], 3);
  expect(layout.tracks).toBe('44px minmax(200px, 2fr) 90px 112px');
  expect(layout.minWidth).toBe(44 + 200 + 90 + 112);
  expect(layout.pinnedLeft).toBe(244);
  expect(layout.pinnedRight).toBe(112);
});
