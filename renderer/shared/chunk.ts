import { lazy, type ComponentType } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/**
 * A component that is not in the start bundle: it comes when it is first drawn, below a `Suspense`, or earlier by
 * `loadChunks`, after which it is drawn at once.
 * @param load imports its module
 */
export function chunk<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: { default: ComponentType<P> } | null = null;
  let loading: Promise<{ default: ComponentType<P> }> | null = null;
  const ready = (): Promise<{ default: ComponentType<P> }> =>
    (loading ??= load().then((component) => (loaded = { default: component })));
  loads.push(ready);
  return lazy(() => (loaded === null ? ready() : atOnce(loaded)));
}

/** Loads everything that is not in the start bundle. */
export async function loadChunks(): Promise<void> {
  for (const load of loads) await load();
}

/** A promise would make React draw the fallback for a moment; this answers while it is asked. */
function atOnce<T>(value: T): Promise<T> {
  const done: Pick<Promise<T>, 'then'> = {
    then: (onDone) => {
      onDone?.(value);
      return Promise.resolve() as Promise<never>;
    },
  };
  return done as Promise<T>;
}
