import { useState } from 'react';

/** The same value between renderings for as long as `equal` says that nothing changed. */
export function useStable<T>(next: T, equal: (before: T, now: T) => boolean): T {
  const [kept, keep] = useState(next);
  if (equal(kept, next)) return kept;
  keep(next);
  return next;
}
