import type { ReactNode } from 'react';
import { plural } from '@core/text/format';
import { useSaveInventory } from '@renderer/api/inventories';
import { FormatMenu } from '@renderer/shared/FormatMenu';
import { useNotify } from '@renderer/shared/Notifications';

const FORMATS = [
  { format: 'json', label: 'Inventory (.keydesk), signed by this Keydesk' },
  { format: 'csv', label: 'CSV, for spreadsheets; not signed' },
] as const;

/** Writes an open inventory anew, without what was decided about it. */
export function SaveMenu({ inventoryId }: { inventoryId: string }): ReactNode {
  const { run, busy } = useSaveInventory();
  const notify = useNotify();
  const save = async (format: 'json' | 'csv'): Promise<void> => {
    const outcome = await run({ inventoryId, format });
    if (!outcome.ok) return notify(outcome.error.message, 'error');
    if (outcome.value !== null)
      notify(`${plural(outcome.value.keys, 'key')} saved to ${outcome.value.path}`, 'success');
  };
  return (
    <FormatMenu
      label="Save as"
      listLabel="Save as"
      formats={FORMATS}
      busy={busy}
      onChoose={(format) => void save(format)}
    />
  );
}
