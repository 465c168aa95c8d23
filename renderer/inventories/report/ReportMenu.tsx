import type { ReactNode } from 'react';
import { useSaveReport } from '@renderer/api/reports';
import { FormatMenu } from '@renderer/shared/FormatMenu';
import { useNotify } from '@renderer/shared/Notifications';

const FORMATS = [
  { format: 'pdf', label: 'PDF, for paper and for filing' },
  { format: 'html', label: 'HTML, for a browser' },
] as const;

/** Writes what an inventory holds, what was found in it and what was decided, for people without Keydesk. */
export function ReportMenu({ inventoryId }: { inventoryId: string }): ReactNode {
  const { run, busy } = useSaveReport();
  const notify = useNotify();
  const save = async (format: 'html' | 'pdf'): Promise<void> => {
    const outcome = await run({ inventoryId, format });
    if (!outcome.ok) return notify(outcome.error.message, 'error');
    if (outcome.value !== null) notify(`Report saved to ${outcome.value.path}`, 'success');
  };
  return (
    <FormatMenu
      label="Save report"
      listLabel="Save report"
      formats={FORMATS}
      busy={busy}
      onChoose={(format) => void save(format)}
    />
  );
}
