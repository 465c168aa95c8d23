import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import type { Environment, EnvironmentRef } from '@core/domain/environment';
import { useCancelExport, useExportInventory, useExportProgress, type Exported } from '@renderer/api/exports';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { EnvironmentPick } from './EnvironmentPick';
import { leftText, signedText, writtenText } from './export-text';
import { useExportForm, type ExportForm, type Scope } from './use-export-form';

export interface ExportInventoryProps {
  readonly environments: readonly Environment[];
  readonly consoles: readonly ConsoleView[];
  /** The environment to begin with. */
  readonly initial?: EnvironmentRef | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** *Export inventory*: which environments, as what, how far it is, and what was written. */
export function ExportInventory(props: ExportInventoryProps): ReactNode {
  const { open, onClose } = props;
  const form = useExportForm(props.environments, props.initial);
  const { run, busy, error } = useExportInventory();
  const [written, setWritten] = useState<Exported>(null);
  const submit = async (): Promise<void> => {
    if (form.order === null || busy) return;
    const outcome = await run(form.order);
    if (outcome.ok) setWritten(outcome.value);
  };
  if (written !== null)
    return <Written written={written} format={form.format} open={open} onClose={onClose} />;
  return (
    <AppDialog
      open={open}
      title="Export inventory"
      description="A list of keys as a file, for review on any machine. Never with a secret."
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        busy ? (
          <CancelButton />
        ) : (
          <FormButtons submit="Export" onCancel={onClose} disabled={form.order === null} />
        )
      }
    >
      {error !== null && error.code !== 'cancelled' && (
        <ErrorNotice error={error} title="Nothing was exported" />
      )}
      {busy ? <Progress /> : <Questions {...props} form={form} />}
    </AppDialog>
  );
}

function CancelButton(): ReactNode {
  const { run, busy } = useCancelExport();
  return (
    <Button variant="outlined" onClick={() => void run()} loading={busy}>
      Cancel
    </Button>
  );
}

function Progress(): ReactNode {
  const progress = useExportProgress();
  return <ProgressNote label="Reading environments" loaded={progress?.done} total={progress?.of} />;
}

const FORMATS = [
  { value: 'json', label: 'JSON' },
  { value: 'csv', label: 'CSV' },
] as const;

const FORMAT_HELP = {
  json: 'Signed by this Keydesk, where it has a keychain: whoever opens it sees whether it was changed.',
  csv: 'For spreadsheets. It is unsigned: nothing shows whether it was changed.',
};

function Questions({
  environments,
  consoles,
  initial,
  form,
}: ExportInventoryProps & { form: ExportForm }): ReactNode {
  const all = { value: 'all' as const, label: `All (${environments.length})` };
  const scopes: { value: Scope; label: string }[] = [
    ...(initial === undefined ? [] : [{ value: 'one' as const, label: 'This one' }]),
    all,
    { value: 'some', label: 'Pick' },
  ];
  return (
    <>
      <ChoiceInput label="Environments" value={form.scope} options={scopes} onChange={form.setScope} />
      {environments.length === 0 && (
        <Typography color="textSecondary">No environment is known yet: no console listed any.</Typography>
      )}
      {form.scope === 'some' && (
        <EnvironmentPick
          environments={environments}
          consoles={consoles}
          picked={form.picked}
          onChange={form.setPicked}
        />
      )}
      <ChoiceInput
        label="Format"
        help={FORMAT_HELP[form.format]}
        value={form.format}
        options={FORMATS}
        onChange={form.setFormat}
      />
      <CheckInput
        label="Include fingerprints"
        help="With them this Keydesk, and no other, can tell whether a secret that was found belongs to a key in the file. Only keys whose secret was seen here have one."
        checked={form.fingerprints}
        onChange={form.setFingerprints}
      />
    </>
  );
}

interface WrittenProps extends Pick<ExportInventoryProps, 'open' | 'onClose'> {
  readonly written: NonNullable<Exported>;
  readonly format: 'json' | 'csv';
}

function Written({ written, format, open, onClose }: WrittenProps): ReactNode {
  const complete = written.left.length === 0;
  return (
    <AppDialog
      open={open}
      title="Inventory exported"
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose} autoFocus>
          Done
        </Button>
      }
    >
      <Notice tone={complete ? 'success' : 'warning'} role="status" title={writtenText(written)}>
        <Typography>{signedText(format, written)}</Typography>
        <Mono wrap>{written.path}</Mono>
      </Notice>
      {!complete && (
        <Notice tone="warning" title="Some environments could not be read and are not in the file">
          <Typography>{leftText(written.left)}</Typography>
        </Notice>
      )}
    </AppDialog>
  );
}
