import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { PlanDecision, PlanPreview } from '@core/domain/plan';
import { formatCount, plural } from '@core/text/format';
import { DECISION_WORDS } from '@core/text/plan-words';
import { useMakePlan, usePlanPreview } from '@renderer/api/plans';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Facts } from '@renderer/shared/Facts';
import { FormButtons } from '@renderer/shared/FormButtons';
import { useNotify } from '@renderer/shared/Notifications';
import { TextInput } from '@renderer/shared/TextInput';
import { leftText } from './plan-text';

export interface MakePlanDialogProps {
  readonly inventoryId: string;
  readonly onClose: () => void;
}

/** Says what a plan would hold and what it leaves out, and writes it. */
export function MakePlanDialog({ inventoryId, onClose }: MakePlanDialogProps): ReactNode {
  const { data: preview, error, refresh } = usePlanPreview(inventoryId);
  const [name, setName] = useState<string | null>(null);
  const making = useMakePlan();
  const notify = useNotify();
  const madeBy = (name ?? preview?.madeBy ?? '').trim();
  const rows = preview === undefined ? 0 : askedFor(preview);
  const ready = madeBy !== '' && rows > 0;
  const save = async (): Promise<void> => {
    if (!ready || making.busy) return;
    const saved = await making.run({ inventoryId, madeBy });
    if (!saved.ok || saved.value === null) return;
    const how = saved.value.signed ? 'signed' : `unsigned, by “${madeBy}”`;
    notify(`Plan with ${plural(saved.value.rows, 'row')} saved, ${how}: ${saved.value.path}`, 'success');
    onClose();
  };
  return (
    <AppDialog
      open
      title="Make a plan"
      description="An administrator opens it, compares it with the consoles, approves and executes it."
      onClose={onClose}
      onSubmit={() => void save()}
      actions={<FormButtons submit="Save plan" onCancel={onClose} busy={making.busy} disabled={!ready} />}
    >
      {preview === undefined && error === null && (
        <Skeleton variant="rounded" height={120} aria-label="Counting" />
      )}
      {error !== null && (
        <ErrorNotice title="The decisions could not be read" error={error} onRetry={refresh} />
      )}
      {preview !== undefined && <What preview={preview} rows={rows} />}
      {preview !== undefined && (
        <TextInput
          label="Made by"
          help="Where there is no keychain to keep a signing key in, the plan is unsigned and this is all that tells whose it is."
          value={name ?? preview.madeBy}
          onChange={setName}
          maxLength={200}
        />
      )}
      {making.error !== null && <ErrorNotice title="The plan was not saved" error={making.error} />}
    </AppDialog>
  );
}

const ASKED = Object.keys(DECISION_WORDS) as PlanDecision[];
const askedFor = ({ decisions }: PlanPreview): number =>
  ASKED.reduce((sum, decision) => sum + decisions[decision], 0);

function What({ preview, rows }: { preview: PlanPreview; rows: number }): ReactNode {
  const { decisions, undecided } = preview;
  const left = leftText({ kept: decisions.keep, undecided });
  if (rows === 0) return <Typography>Nothing was decided yet that somebody has to do. {left}</Typography>;
  const facts = ASKED.filter((decision) => decisions[decision] > 0).map((decision) => ({
    name: DECISION_WORDS[decision],
    value: formatCount(decisions[decision]),
  }));
  return (
    <>
      <Facts facts={facts} />
      {left !== '' && <Typography color="textSecondary">{left}</Typography>}
    </>
  );
}
