import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { queryKeys } from '@renderer/api/query-keys';
import { siblingsOf } from '@renderer/api/siblings';
import { aKey, anEnvironment } from '@test/support/builders';

it('finds keys of the same name in everything that was read, not the key itself', () => {
  const here = anEnvironment();
  const live = anEnvironment({ environmentId: 'env-live', name: 'live', production: true });
  const key = aKey({ id: '1' });
  const queries = new QueryClient();
  queries.setQueryData(queryKeys.environments('acme'), [here, live]);
  queries.setQueryData(queryKeys.keys(here), {
    rows: [key, aKey({ id: '2', name: 'Other' }), aKey({ id: '4' })],
  });
  queries.setQueryData(queryKeys.keys(live), { rows: [aKey({ id: '1', environmentId: 'env-live' })] });
  queries.setQueryData(queryKeys.keys({ consoleId: 'beta', environmentId: 'x' }), {
    rows: [aKey({ id: '3', consoleId: 'beta', environmentId: 'x' })],
  });
  expect(siblingsOf(key, queries)).toEqual([
    { id: `acme/${here.environmentId}\n4`, where: 'this environment', production: false },
    { id: 'acme/env-live\n1', where: 'live', production: true },
    { id: 'beta/x\n3', where: 'x', production: false },
  ]);
});
