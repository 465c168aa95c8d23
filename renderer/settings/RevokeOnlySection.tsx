import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Settings } from '@core/domain/settings';
import { useStatus } from '@renderer/api/queries';
import { useChangeSettings } from '@renderer/api/settings-mutations';
import { Section } from '@renderer/settings/Section';
import { CheckInput } from '@renderer/shared/CheckInput';

/** The mode in which keys are only found and stopped, and what it is good for. */
export function RevokeOnlySection({ settings }: { settings: Settings }): ReactNode {
  const { data: status } = useStatus();
  const { run, error } = useChangeSettings();
  const forced = status?.revokeOnly === 'switch';
  return (
    <Section title="Revoke-only mode" note="For those who only ever stop keys.">
      <CheckInput
        label="Only find, verify and stop keys"
        checked={forced || settings.revokeOnly}
        disabled={forced}
        onChange={(revokeOnly) => void run({ revokeOnly })}
      />
      <Typography color="textSecondary">
        No secret is shown, copied or saved, and no key or console is created or changed. This guards against
        slips, not against whoever uses this computer: they can turn it off again here.
        {forced &&
          ' Keydesk was started with --revoke-only, so that it stays on until it is started without that.'}
      </Typography>
      {error !== null && <Typography color="error">{error.message}</Typography>}
    </Section>
  );
}
