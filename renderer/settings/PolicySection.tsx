import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { RULE_FACTS } from '@core/domain/finding';
import { FINDING_RULES, ruleCounts, type Policy } from '@core/domain/policy';
import type { Settings } from '@core/domain/settings';
import { formatDateTime } from '@core/text/format';
import { useChangePolicy, useOpenPolicyFile, usePolicyView, useSavePolicyFile } from '@renderer/api/policy';
import { NUMBER_BOUNDS, readNumber, wholeNumber } from '@renderer/settings/read-setting';
import { Section } from '@renderer/settings/Section';
import { SettingInput, TypedInput } from '@renderer/settings/SettingInput';
import { useTyped } from '@renderer/settings/use-setting';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useNotify } from '@renderer/shared/Notifications';

/** What keys are judged by, here and in inventories, and how others come by the same. */
export function PolicySection({ settings }: { settings: Settings }): ReactNode {
  const { data: view, error } = usePolicyView();
  return (
    <Section
      title="Policy"
      note="What counts as a finding, in tables and in inventories. It forbids nothing."
    >
      {error !== null && <ErrorNotice title="The policy could not be read" error={error} />}
      {view !== undefined && (
        <>
          {view.file !== null && (
            <Typography>
              From the file <bdi>{view.file.name}</bdi>, in use since {formatDateTime(view.file.usedAt)}.
            </Typography>
          )}
          <Limits policy={view.policy} />
          <Rules policy={view.policy} />
        </>
      )}
      <SettingInput
        label="Tell of keys that expire within (days)"
        help="By a notification of the system, once for each key, while Keydesk is open. 0 never does."
        kept={String(settings.expiryLeadDays)}
        read={readLead}
        number={NUMBER_BOUNDS.expiryLeadDays}
      />
      <PolicyFiles />
    </Section>
  );
}

const readLead = readNumber('expiryLeadDays');

const DAYS = { min: 1, max: 3_650, unit: 'days' };

function Limits({ policy }: { policy: Policy }): ReactNode {
  return (
    <>
      <Limit
        name="maxValidityDays"
        label="Maximum validity (days)"
        help="A key that is valid for longer, from its creation to its end, is a finding."
        policy={policy}
      />
      <Limit
        name="unusedDays"
        label="Unused after (days)"
        help="Only where the vendor records when a key was last used."
        policy={policy}
      />
    </>
  );
}

interface LimitProps {
  readonly name: 'maxValidityDays' | 'unusedDays';
  readonly label: string;
  readonly help: string;
  readonly policy: Policy;
}

function Limit({ name, policy, ...looks }: LimitProps): ReactNode {
  const read = (typed: string): { [limit: string]: number } | string => {
    const days = wholeNumber(typed, DAYS);
    return typeof days === 'string' ? days : { [name]: days };
  };
  const setting = useTyped(String(policy[name]), read, useChangePolicy());
  return <TypedInput setting={setting} number={DAYS} {...looks} />;
}

function Rules({ policy }: { policy: Policy }): ReactNode {
  const { run, error } = useChangePolicy();
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Typography component="legend" sx={{ p: 0, mb: 0.5, fontWeight: 500 }}>
        Rules that count
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))' }}>
        {FINDING_RULES.map((rule) => (
          <CheckInput
            key={rule}
            label={RULE_FACTS[rule].label}
            checked={ruleCounts(policy, rule)}
            onChange={(on) => void run({ rules: { [rule]: on } })}
          />
        ))}
      </Box>
      {error !== null && <Typography color="error">{error.message}</Typography>}
    </Box>
  );
}

function PolicyFiles(): ReactNode {
  const saving = useSavePolicyFile();
  const opening = useOpenPolicyFile();
  const notify = useNotify();
  const save = async (): Promise<void> => {
    const outcome = await saving.run();
    if (outcome.ok && outcome.value !== null)
      notify(`The policy was saved to ${outcome.value.path}`, 'success');
  };
  const problem = opening.error ?? saving.error;
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button size="small" variant="outlined" loading={saving.busy} onClick={() => void save()}>
          Save policy file
        </Button>
        <Button size="small" variant="outlined" loading={opening.busy} onClick={() => void opening.run()}>
          Use a policy file
        </Button>
      </Box>
      {problem !== null && <ErrorNotice error={problem} />}
    </>
  );
}
