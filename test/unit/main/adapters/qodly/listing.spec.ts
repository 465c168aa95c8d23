import { describe, expect, it } from 'vitest';
import { rawKey, scripted, type Script } from './scripted-console';

const page = (ids: string[], nextCursor: string | null = null, total?: number) => ({
  body: { items: ids.map((id) => rawKey(id)), nextCursor, total },
});

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of pages) all.push(each);
  return all;
}

describe('listing', () => {
  it('follows the cursor in pages of a thousand', async () => {
    const { adapter: console, sent } = scripted(({ query }) =>
      query?.['cursor'] === 'c1' ? page(['b'], null, 2) : page(['a'], 'c1', 2),
    );
    const pages = await collect(console.keys('env'));
    expect(pages.map(({ keys, total }) => [keys.map(({ id }) => id), total])).toEqual([
      [['a'], 2],
      [['b'], 2],
    ]);
    expect(sent.map(({ query }) => query)).toEqual([{ limit: 1000 }, { limit: 1000, cursor: 'c1' }]);
  });

  it('gives pages as they come', async () => {
    const { adapter: console, sent } = scripted(() => page([`k${sent.length}`], `c${sent.length}`));
    for await (const first of console.keys('env')) {
      expect(first.keys).toHaveLength(1);
      break;
    }
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Script]>([
    ['a cursor that goes round', ({ query }) => page([], query?.['cursor'] === 'a' ? 'b' : 'a')],
    [
      'an entry that comes twice',
      ({ query }) => (query?.['cursor'] === 'a' ? page(['k']) : page(['k'], 'a')),
    ],
    ['an entry that comes twice on one page', () => page(['k', 'k'])],
    [
      'pages without end',
      (
        (count) => () =>
          page([], `c${(count += 1)}`)
      )(0),
    ],
    ['half a key', () => ({ body: { items: [{ id: 'k' }], nextCursor: null } })],
    ['something else', () => ({ body: [] })],
  ])('refuses %s', async (_case, script) => {
    await expect(collect(scripted(script).adapter.keys('env'))).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('refuses an environment that comes twice', async () => {
    const environment = {
      id: 'e',
      name: 'e',
      application: 'a',
      endpoint: 'https://e.example',
      generation: 3,
      maximumValidityDays: 365,
      editable: true,
      production: null,
      status: 'running',
    };
    const { adapter: console } = scripted(() => ({
      body: { items: [environment, environment], nextCursor: null },
    }));
    await expect(console.environments()).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('finds a key by our mark even where the console does not filter', async () => {
    const items = [rawKey('a'), rawKey('b', { clientRef: 'ref-2' }), rawKey('c', { clientRef: 'ref-1' })];
    const { adapter: console, sent } = scripted(() => ({ body: { items, nextCursor: null } }));
    await expect(
      console.findIssued('env', { clientRef: 'ref-1', name: '', known: [], startedAt: '' }),
    ).resolves.toMatchObject({ id: 'c' });
    expect(sent[0]?.query).toEqual({ clientRef: 'ref-1', limit: 1000 });
    await expect(
      console.findIssued('env', { clientRef: 'ref-9', name: '', known: [], startedAt: '' }),
    ).resolves.toBeNull();
  });
});
