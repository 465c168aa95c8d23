import { useState } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import type { BulkAct, BulkTarget } from '@core/domain/bulk';
import { useConfirmBulk, useStartBulk } from '@renderer/api/bulk-mutations';
import { useRunDialog } from '@renderer/shared/run-dialog';
import type { KeyRow } from '@renderer/key-table/key-row';

/** What is asked for. */
export interface BulkOrder {
  readonly act: BulkAct;
  readonly rows: readonly KeyRow[];
  readonly typed: string;
  /** Also keys that Keydesk may sign in with. */
  readonly evenOwn: boolean;
}

/** Confirms a selection in main and begins with it; its progress is a dialog of its own, which takes over. */
export function useBulkStart(onBegun: () => void): {
  readonly start: (order: BulkOrder) => void;
  readonly busy: boolean;
  readonly error: AppError | null;
} {
  const [busy, setBusy] = useState(false);
  const confirm = useConfirmBulk();
  const begin = useStartBulk();
  const openRun = useRunDialog();
  const send = async ({ act, rows, typed, evenOwn }: BulkOrder): Promise<void> => {
    const confirmed = await confirm.run({ act, targets: rows.map(targetOf), ...(evenOwn && { evenOwn }) });
    if (!confirmed.ok || confirmed.value === null) return;
    const begun = await begin.run({ token: confirmed.value.token, typed });
    if (!begun.ok) return;
    onBegun();
    openRun(begun.value.bulkId);
  };
  const start = (order: BulkOrder): void => {
    setBusy(true);
    void send(order).finally(() => setBusy(false));
  };
  return { start, busy, error: confirm.error ?? begin.error };
}

/** Each key at the version that was seen, under an operation of its own. */
const targetOf = ({ key }: KeyRow): BulkTarget => ({
  operationId: crypto.randomUUID(),
  key: keyRefOf(key),
  ...(key.revision !== undefined && { revision: key.revision }),
});
