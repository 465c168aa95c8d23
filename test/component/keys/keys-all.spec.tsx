import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aKey, anEnvironment } from '@test/support/builders';
import {
  failing,
  LEGACY,
  listing,
  onTheDay,
  renderKeys,
  rowOf,
  theGrid,
} from '@test/component/keys/keys-world';

onTheDay();

describe('all environments', () => {
  const environments = [anEnvironment({ production: true, name: 'live' }), LEGACY];
  const keys = [aKey({ name: 'New' }), aKey({ environmentId: 'env-legacy', name: 'Old', type: null })];

  it('shows where each key lives and what its vendor does not record', async () => {
    renderKeys({ environments, keys });
    const old = await rowOf('Old');
    expect(screen.getByRole('columnheader', { name: 'Environment' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Console' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Name' })).toBeTruthy();
    expect(within(old).getAllByText('not recorded by Qodly Cloud in legacy').length).toBeGreaterThan(0);
    expect(within(old).queryByRole('button', { name: 'Edit key' })).toBeNull();
    const fresh = await rowOf('New');
    expect(within(fresh).getByText('PROD')).toBeTruthy();
    expect(within(fresh).getByRole('button', { name: 'Edit key' })).toBeTruthy();
  });

  it('shows what could be read when one environment fails, says which, and reads only that again', async () => {
    const { user, client } = renderKeys({
      environments,
      keys,
      stubs: {
        keys: {
          load: async (input) =>
            input.environment.environmentId === 'env-legacy'
              ? failing('unauthorized', 'The token has expired.')()
              : listing(input),
        },
      },
    });
    expect(await rowOf('New')).toBeTruthy();
    expect(
      await screen.findByText('legacy (Acme Qodly): the keys could not be read. The token has expired.'),
    ).toBeTruthy();
    client.stub({ keys: { load: listing } });
    const before = client.inputs('keys.load').length;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf('Old')).toBeTruthy();
    expect(client.inputs('keys.load').slice(before)).toEqual([
      { environment: { consoleId: 'acme', environmentId: 'env-legacy' } },
    ]);
  });

  it('asks where, before it asks what', async () => {
    const { user } = renderKeys({ environments, keys });
    await theGrid();
    await user.click(screen.getByRole('button', { name: 'Create key' }));
    const dialog = await screen.findByRole('dialog', { name: 'Create API key' });
    expect(within(dialog).queryByLabelText('Description')).toBeNull();
    await user.click(within(dialog).getByRole('combobox', { name: 'Environment' }));
    await user.click(await screen.findByRole('option', { name: /legacy/ }));
    expect(await within(dialog).findByLabelText('API Name')).toBeTruthy();
  });
});
