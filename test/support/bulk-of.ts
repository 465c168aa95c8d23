import { bulkOver } from '@main/app-bulk';
import type { KeyDesk } from '@test/support/key-desk';

type Shared = Parameters<typeof bulkOver>[1];

/** What a desk does with many keys at once. */
export const bulkOf = (desk: KeyDesk, shared: Shared) =>
  bulkOver(
    {
      clock: desk.clock,
      dialogs: desk.dialogs,
      files: desk.files,
      plans: desk.stores.bulk,
      progress: (_bulkId, _state, rows) => void desk.bulkRows.push(...rows),
      permit: (act) => {
        const refusal = desk.forbids(act);
        return refusal === null ? Promise.resolve() : Promise.reject(refusal);
      },
    },
    shared,
  );
