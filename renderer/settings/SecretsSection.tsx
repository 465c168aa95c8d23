import type { ReactNode } from 'react';
import type { Settings } from '@core/domain/settings';
import { NUMBER_BOUNDS, readNumber, type NumberSetting } from '@renderer/settings/read-setting';
import { Section } from '@renderer/settings/Section';
import { SettingInput } from '@renderer/settings/SettingInput';

const FIELDS: readonly { readonly name: NumberSetting; readonly label: string; readonly help: string }[] = [
  {
    name: 'hideAfterSeconds',
    label: 'Hide a shown key after (seconds)',
    help: 'From 5 to 300 seconds.',
  },
  {
    name: 'clearClipboardSeconds',
    label: 'Clear the clipboard after (seconds)',
    help: 'From 5 to 120 seconds, and only if it still holds what Keydesk put there. Clipboard managers may keep a copy.',
  },
  {
    name: 'idleLockMinutes',
    label: 'Lock when idle for (minutes)',
    help: 'From 1 to 240 minutes; 0 never locks. The lock clears secrets and asks for a click: it does not ask who you are.',
  },
];

/** How long secrets stay in sight, on the clipboard and in memory. */
export function SecretsSection({ settings }: { settings: Settings }): ReactNode {
  return (
    <Section title="Secrets" note="Kept as soon as you leave a field.">
      {FIELDS.map(({ name, label, help }) => (
        <SettingInput
          key={name}
          label={label}
          help={help}
          kept={String(settings[name])}
          read={readNumber(name)}
          number={NUMBER_BOUNDS[name]}
        />
      ))}
    </Section>
  );
}
