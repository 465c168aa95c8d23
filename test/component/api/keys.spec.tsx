import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ReactNode } from 'react';
import { AppError } from '@core/domain/app-error';
import { useKeys, useKeysOf, useKeysProgress } from '@renderer/api/use-keys';
import { anEnvironment, daysFromNow, someKeys } from '@test/support/builders';
import { fakeClient } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

const staging = anEnvironment();

function Probe(): ReactNode {
  const { rows, error, loading, asOf, refresh } = useKeys(staging);
  const progress = useKeysProgress(staging);
  return (
    <>
      <p>{loading ? 'loading' : `${rows.length} rows, last ${rows.at(-1)?.name ?? 'none'}`}</p>
      <p>as of {asOf ?? 'never'}</p>
      <p>{error === null ? 'fresh' : `stale: ${error.message}`}</p>
      <p>{progress === null ? 'no progress' : `${progress.loaded} of ${progress.total}`}</p>
      <button onClick={refresh}>refresh</button>
    </>
  );
}

describe('reading keys', () => {
  it('puts the pages together in order', async () => {
    const client = fakeClient(reads({ keys: someKeys(4_500) }));
    renderWithApp(<Probe />, client);
    expect(await screen.findByText('4500 rows, last Key 4500')).toBeDefined();
    expect(client.inputs('keys.page')).toHaveLength(3);
  });

  it('keeps the last known rows when a refresh fails, and says why', async () => {
    const client = fakeClient(reads({ keys: someKeys(3) }));
    const { user } = renderWithApp(<Probe />, client);
    await screen.findByText('3 rows, last Key 3');
    client.stub({ keys: { load: () => Promise.reject(new AppError('offline', 'No way there.')) } });
    await user.click(screen.getByRole('button', { name: 'refresh' }));
    expect(await screen.findByText('stale: No way there.')).toBeDefined();
    expect(screen.getByText('3 rows, last Key 3')).toBeDefined();
    expect(screen.getByText(`as of ${daysFromNow(0)}`)).toBeDefined();
  });

  it('passes on that main itself had only old rows', async () => {
    const stale = { code: 'timeout' as const, message: 'Too slow.', facts: {} };
    const client = fakeClient(reads(), {
      keys: { load: async () => ({ listing: 'l', rows: 0, pages: 0, asOf: daysFromNow(-1), stale }) },
    });
    renderWithApp(<Probe />, client);
    expect(await screen.findByText('stale: Too slow.')).toBeDefined();
  });

  it('shows how far a listing has come', async () => {
    const client = fakeClient(reads(), { keys: { load: () => new Promise(() => undefined) } });
    renderWithApp(<Probe />, client);
    await screen.findByText('loading');
    const environment = { consoleId: staging.consoleId, environmentId: staging.environmentId };
    act(() => client.emit('keysProgress', { environment, loaded: 200, total: 2_000 }));
    expect(await screen.findByText('200 of 2000')).toBeDefined();
  });
});

describe('reading keys of many environments', () => {
  const production = anEnvironment({ environmentId: 'env-prod', name: 'production' });
  const both = [staging, production];

  function All(): ReactNode {
    return useKeysOf(both).map(({ environment, rows, error }) => (
      <p key={environment.environmentId}>
        {environment.environmentId}: {error?.message ?? rows.length}
      </p>
    ));
  }

  it('lets one fail and shows the other', async () => {
    const client = fakeClient(reads({ keys: someKeys(2) }));
    const load = reads({ keys: someKeys(2) }).keys?.load;
    client.stub({
      keys: {
        load: async (input) => {
          if (input.environment.environmentId === 'env-prod') throw new AppError('server', 'It broke.');
          if (load === undefined) throw new Error('no stand-in');
          return load(input);
        },
      },
    });
    renderWithApp(<All />, client);
    expect(await screen.findByText('env-prod: It broke.')).toBeDefined();
    expect(await screen.findByText('env-staging: 2')).toBeDefined();
  });
});
