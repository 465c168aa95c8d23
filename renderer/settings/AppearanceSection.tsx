import type { ReactNode } from 'react';
import type { Settings } from '@core/domain/settings';
import { useChangeSettings } from '@renderer/api/settings-mutations';
import { Section } from '@renderer/settings/Section';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Light or dark. */
export function AppearanceSection({ settings }: { settings: Settings }): ReactNode {
  const { run, error } = useChangeSettings();
  return (
    <Section title="Appearance">
      <ChoiceInput
        label="Theme"
        value={settings.theme}
        options={THEMES}
        problem={error?.message}
        onChange={(theme) => void run({ theme })}
      />
    </Section>
  );
}
