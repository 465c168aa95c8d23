import { useEffect, useState } from 'react';

/**
 * The time, which ticks: for countdowns and "3 minutes ago".
 * @param everyMs how often it moves on
 * @returns epoch milliseconds
 */
export function useNow(everyMs: number = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
