import { useState, type ReactNode } from 'react';
import { DAY_MS } from '@core/domain/instant';
import type { Waiver } from '@core/domain/review';
import { AppDialog } from '@renderer/shared/AppDialog';
import { FormButtons } from '@renderer/shared/FormButtons';
import { TextInput } from '@renderer/shared/TextInput';

export interface WaiveDialogProps {
  readonly open: boolean;
  /** The finding to accept for a while. */
  readonly rule: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly onWaive: (waiver: Waiver) => void;
}

const DAYS = 90;
const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Asks until when a finding is accepted, and why. */
export function WaiveDialog({ open, rule, label, onClose, onWaive }: WaiveDialogProps): ReactNode {
  const [today] = useState(() => dayText(Date.now()));
  const [until, setUntil] = useState(() => dayText(Date.now() + DAYS * DAY_MS));
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const late = until < today;
  const submit = (): void => {
    setTried(true);
    if (late || why.trim() === '') return;
    onWaive({ rule, until, why: why.trim() });
    onClose();
  };
  return (
    <AppDialog
      open={open}
      title={`Accept for a while: ${label}`}
      description="The finding stays in the report, with your reason. It counts again after the last day."
      onClose={onClose}
      onSubmit={submit}
      width="xs"
      actions={<FormButtons submit="Accept" onCancel={onClose} />}
    >
      <TextInput
        label="Last day"
        type="date"
        value={until}
        min={today}
        onChange={setUntil}
        problem={late ? 'Choose today or a later day.' : null}
      />
      <TextInput
        label="Reason"
        value={why}
        maxLength={400}
        onChange={setWhy}
        autoFocus
        problem={tried && why.trim() === '' ? 'Say why, for whoever reads this later.' : null}
      />
    </AppDialog>
  );
}
