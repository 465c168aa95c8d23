import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CsvMapping } from '@core/domain/inventory-mapping';
import { MappingDialog } from '@renderer/inventories/mapping/MappingDialog';
import { renderWithApp } from '@test/support/render-app';

describe('a CSV that Keydesk did not write', () => {
  it('is opened as its columns are said to be, and not without a name', async () => {
    const opened: CsvMapping[] = [];
    const { user } = renderWithApp(
      <MappingDialog
        open
        fileName="keys.csv"
        headings={['Token', 'Valid until', '']}
        sample={[['Accounting', '2026-01-01', 'x']]}
        guess={{ columns: { expiresAt: 1 }, vendor: 'qodly' }}
        onClose={() => undefined}
        onOpen={(mapping) => opened.push(mapping)}
      />,
    );
    expect(screen.getByRole('button', { name: 'Open' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('combobox', { name: 'Token' }));
    await user.click(screen.getByRole('option', { name: 'Name' }));
    expect(screen.getByRole('region', { name: 'The first keys' }).textContent).toContain(
      'Accounting · 2026-01-01',
    );
    await user.click(screen.getByRole('combobox', { name: 'Column 3' }));
    await user.click(screen.getByRole('option', { name: /^Expir/ }));
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(opened).toEqual([{ columns: { name: 0, expiresAt: 2 }, vendor: 'qodly' }]);
  });
});
