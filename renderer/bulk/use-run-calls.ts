import type { AppError } from '@core/domain/app-error';
import { useCancelBulk, usePauseBulk, useResumeBulk, useSaveBulk } from '@renderer/api/bulk-mutations';
import { useNotify } from '@renderer/shared/Notifications';

/** What can be done with a run. */
export interface RunCalls {
  readonly pause: () => void;
  readonly resume: () => void;
  /** Leaves alone what was not begun. */
  readonly cancel: () => void;
  /** The same of a run of an earlier session, which then is over. */
  readonly leave: () => void;
  readonly save: (format: 'csv' | 'json') => void;
  readonly busy: boolean;
  readonly error: AppError | null;
}

/** The calls about one run. */
export function useRunCalls(bulkId: string, onLeft: () => void): RunCalls {
  const notify = useNotify();
  const [pausing, resuming, cancelling, saving] = [
    usePauseBulk(),
    useResumeBulk(),
    useCancelBulk(),
    useSaveBulk(),
  ];
  const leave = async (): Promise<void> => {
    if ((await cancelling.run(bulkId)).ok) onLeft();
  };
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const saved = await saving.run({ bulkId, format });
    if (saved.ok && saved.value !== null) notify(`Saved as ${saved.value.path}`, 'success');
  };
  return {
    pause: () => void pausing.run(bulkId),
    resume: () => void resuming.run(bulkId),
    cancel: () => void cancelling.run(bulkId),
    leave: () => void leave(),
    save: (format) => void save(format),
    busy: pausing.busy || resuming.busy || cancelling.busy,
    error: pausing.error ?? resuming.error ?? cancelling.error ?? saving.error,
  };
}
