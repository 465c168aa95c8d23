import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { IncidentKey, IncidentView, KillMode } from '@core/domain/incident';
import { killWord } from '@core/domain/kill-word';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { Notice } from '@renderer/shared/Notice';
import { OwnKeyQuestion } from '@renderer/shared/OwnKeyQuestion';
import type { Places } from '@renderer/shared/place';
import { TextInput } from '@renderer/shared/TextInput';
import { consequences, needsDeploying, notReplaced } from './decision';
import { MODES } from './decision-text';
import { KeyNames } from './KeyNames';
import { useDecide, type Decided, type Decision } from './use-decide';

export interface DecideDialogProps {
  readonly incident: IncidentView;
  readonly mode: KillMode;
  readonly keys: readonly IncidentKey[];
  readonly places: Places;
  readonly onClose: () => void;
}

/** Asks why, with what happens and what can undo it; what is grave has to be confirmed by hand. */
export function DecideDialog({ keys: ticked, places: known, ...props }: DecideDialogProps): ReactNode {
  const { incident, mode, onClose } = props;
  // Keys change their state while they are stopped; it is about those that were ticked.
  const [keys] = useState(ticked);
  const [places] = useState(known);
  const [form, setForm] = useState<Decided>({ why: '', typed: '', evenOwn: false });
  const decision = useDecide({ incident, mode, keys, places, onDone: onClose });
  const word = killWord(mode, keys);
  const busy = decision.doing !== null;
  const confirmed = (word === null || form.typed.trim() === word) && (decision.own === null || form.evenOwn);
  const ready = form.why.trim() !== '' && confirmed && !busy;
  const send = (): void => decision.send({ ...form, why: form.why.trim(), typed: form.typed.trim() });
  return (
    <AppDialog
      open
      role="alertdialog"
      title={MODES[mode].title}
      description={<KeyNames keys={keys} />}
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (ready ? send() : undefined)}
      actions={
        <FormButtons
          submit={MODES[mode].label}
          onCancel={onClose}
          busy={busy}
          disabled={!ready}
          danger={mode !== 'disable'}
        />
      }
    >
      <Consequences mode={mode} keys={keys} places={places} />
      <Questions form={form} onChange={setForm} keys={keys} word={word} decision={decision} />
      <Progress decision={decision} />
    </AppDialog>
  );
}

interface QuestionsProps {
  readonly form: Decided;
  readonly onChange: (form: Decided) => void;
  readonly keys: readonly IncidentKey[];
  readonly word: string | null;
  readonly decision: Decision;
}

function Questions({ form, onChange, keys, word, decision }: QuestionsProps): ReactNode {
  const busy = decision.doing !== null;
  return (
    <>
      <TextInput
        label="Why"
        value={form.why}
        onChange={(why) => onChange({ ...form, why })}
        maxLength={2_000}
        disabled={busy}
        help="One sentence for the record: what you know and why you decide so."
        autoFocus
      />
      {decision.own !== null && (
        <OwnKeyQuestion
          own={decision.own}
          console={consolesOf(keys)}
          evenOwn={form.evenOwn}
          onAllow={(evenOwn) => onChange({ ...form, evenOwn })}
        />
      )}
      {word !== null && (
        <TextInput
          label={`Type ${word} to confirm`}
          value={form.typed}
          onChange={(typed) => onChange({ ...form, typed })}
          disabled={busy}
          code
        />
      )}
    </>
  );
}

const consolesOf = (keys: readonly IncidentKey[]): string =>
  [...new Set(keys.map(({ consoleName }) => consoleName))].join(' or ');

function Consequences({
  mode,
  keys,
  places,
}: Pick<DecideDialogProps, 'mode' | 'keys' | 'places'>): ReactNode {
  const without = mode === 'replace' ? notReplaced(keys, places) : null;
  return (
    <Notice tone="warning">
      <Typography>
        {consequences(mode, keys, places).join(' ')}
        {needsDeploying(keys, places) && ' Keys of a configuration need a deployment afterwards.'}
      </Typography>
      {without !== null && <Typography sx={{ mt: 0.5 }}>{without}</Typography>}
    </Notice>
  );
}

/** How far it is; the order is given only once, however often it is sent. */
function Progress({ decision: { doing, checking, error } }: { decision: Decision }): ReactNode {
  return (
    <>
      {doing !== null && (
        <div>
          <Typography role="status" color="textSecondary" sx={{ mb: 1 }}>
            {doing}…
          </Typography>
          <LinearProgress aria-label="Under way" sx={{ height: 3, borderRadius: 1 }} />
        </div>
      )}
      {checking !== null && (
        <Notice tone="warning" role="status" title="Whether the copy exists is not known yet">
          <Typography>
            {checking} Send it again: Keydesk looks first, and never makes two. Or choose Kill now.
          </Typography>
        </Notice>
      )}
      {error !== null && <ErrorNotice title="It was not carried out" error={error} />}
    </>
  );
}
