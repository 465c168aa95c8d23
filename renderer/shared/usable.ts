import { createContext, use, useEffect } from 'react';

/** Told once a screen can be used; does nothing unless somebody wants to know. */
export const UsableContext = createContext<() => void>(() => undefined);

/** Reports that the window can be used, as soon as `usable` is true. */
export function useReportUsable(usable: boolean): void {
  const report = use(UsableContext);
  useEffect(() => {
    if (usable) report();
  }, [usable, report]);
}
