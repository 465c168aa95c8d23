import { slowKey, slowServer } from './slow-server';

/** The environment whose keys it has. */
export const ENVIRONMENT = {
  id: 'bench',
  name: 'bench',
  application: 'Bench',
  endpoint: 'http://127.0.0.1/bench',
  generation: 3,
  maximumValidityDays: 365,
  editable: true,
  production: false,
  status: 'running',
};

/** A Qodly console of one environment that takes its time with every request and loses the keys it is told to. */
export async function slowKeys(count: number, roundTripMs: number) {
  const keys = new Set(Array.from({ length: count }, (_none, index) => `key-${index}`));
  const server = await slowServer(roundTripMs, ({ method, url = '' }) => {
    if (method !== 'DELETE') return answer(url, keys);
    keys.delete(url.split('/').at(-1) ?? '');
    return null;
  });
  return { ...server, left: () => keys.size };
}

function answer(url: string, keys: ReadonlySet<string>): object {
  if (!url.includes('/keys')) return { items: [ENVIRONMENT], nextCursor: null };
  return { items: [...keys].map((id) => slowKey(id, id)), nextCursor: null, total: keys.size };
}
