import { useEffect } from 'react';
import { useClient } from '@renderer/api/ClientProvider';

/** Input is reported at most this often; the idle lock counts in minutes. */
const REPORT_EVERY_MS = 15_000;
const INPUT = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells main that somebody is there, which postpones the idle lock. */
export function useReportInput(): void {
  const client = useClient();
  useEffect(() => {
    let reportedAt = -Infinity;
    const report = (event: Event): void => {
      if (event.timeStamp - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = event.timeStamp;
      // A lost report only makes the lock come early.
      client.app.active({}).catch(() => undefined);
    };
    for (const type of INPUT) document.addEventListener(type, report, { passive: true, capture: true });
    return () => {
      for (const type of INPUT) document.removeEventListener(type, report, { capture: true });
    };
  }, [client]);
}
