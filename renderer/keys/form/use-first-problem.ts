import { useCallback, useEffect, useState } from 'react';

/** Gives a function that takes the focus to the first field with a problem, once the problems are on the page. */
export function useFirstProblem(): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return;
    document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus();
  }, [asked]);
  return useCallback(() => setAsked((count) => count + 1), []);
}
