import type { ReactNode } from 'react';
import { useSaveRecord } from '@renderer/api/incidents';
import { FormatMenu } from '@renderer/shared/FormatMenu';
import { useNotify } from '@renderer/shared/Notifications';

const FORMATS = [
  { format: 'markdown', label: 'Markdown, to paste into a ticket' },
  { format: 'html', label: 'HTML, to read and print' },
  { format: 'file', label: 'Record file, to go on elsewhere' },
] as const;

type Format = (typeof FORMATS)[number]['format'];

/** *Save record*, in the form of the operator's choice; main then asks where to. */
export function SaveMenu({ incidentId }: { incidentId: string }): ReactNode {
  const { run, busy } = useSaveRecord();
  const notify = useNotify();
  const save = async (format: Format): Promise<void> => {
    const outcome = await run({ incidentId, format });
    if (!outcome.ok) notify(`The record was not saved. ${outcome.error.message}`, 'error');
    else if (outcome.value !== null) notify(`Saved to ${outcome.value.path}. It holds no key.`, 'success');
  };
  return (
    <FormatMenu
      label="Save record"
      listLabel="Save record as"
      formats={FORMATS}
      busy={busy}
      onChoose={(format) => void save(format)}
    />
  );
}
