import type { ReactNode } from 'react';
import type { Settings } from '@core/domain/settings';
import { readProxy } from '@renderer/settings/read-setting';
import { Section } from '@renderer/settings/Section';
import { SettingInput } from '@renderer/settings/SettingInput';

/** How consoles are reached. */
export function NetworkSection({ settings }: { settings: Settings }): ReactNode {
  return (
    <Section title="Network">
      <SettingInput
        label="Proxy URL"
        help="For all consoles that are not on this computer. Empty connects directly; nothing is taken from the environment."
        placeholder="http://proxy.example.com:8080"
        kept={settings.proxyUrl}
        read={readProxy}
      />
    </Section>
  );
}
