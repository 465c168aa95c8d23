import type { ConsoleDraft, ConsoleRecord } from '@core/domain/console';
import type { SettingsChange } from '@core/domain/settings';

const SETTINGS: Readonly<Partial<Record<keyof SettingsChange, string>>> = {
  theme: 'Theme',
  hideAfterSeconds: 'Hide a shown key after (seconds)',
  clearClipboardSeconds: 'Clear the clipboard after (seconds)',
  idleLockMinutes: 'Lock when idle for (minutes)',
  proxyUrl: 'Proxy URL',
  expiryLeadDays: 'Tell of keys that expire within (days)',
};

/** Which settings are set to what; empty where it is only about what a table shows. */
export function settingsText(change: SettingsChange): string {
  const said = Object.entries(change).flatMap(([name, value]) => {
    const label = SETTINGS[name as keyof SettingsChange];
    return label === undefined || value === undefined ? [] : [`${label}: ${valueText(value)}`];
  });
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

const valueText = (value: unknown): string => (value === '' ? 'none' : String(value));

/** What of a console a filled-in form changes; never the credentials themselves. */
export function changedConsole(draft: ConsoleDraft, kept: ConsoleRecord): string {
  const changed = [
    ...(draft.label === kept.label ? [] : ['name']),
    ...(draft.baseUrl.replace(/\/+$/, '') === kept.baseUrl ? [] : ['address']),
    ...(draft.credentials === undefined && draft.method === kept.method ? [] : ['credentials']),
    ...(draft.caPem === undefined ? [] : ['certificate']),
  ];
  return changed.length === 0 ? 'Saved anew.' : `Changed: ${changed.join(', ')}.`;
}

/** What was decided for one environment; empty where it is only about its tab. */
export function adjustText({
  production,
  endpoint,
}: {
  readonly production?: boolean | null | undefined;
  readonly endpoint?: string | null | undefined;
}): string {
  const said = [
    ...(production === undefined ? [] : [PRODUCTION[String(production)] ?? '']),
    ...(endpoint === undefined
      ? []
      : [endpoint === null ? 'The endpoint was removed.' : 'The endpoint was set.']),
  ];
  return said.join(' ');
}

const PRODUCTION: Readonly<Record<string, string>> = {
  true: 'Marked as production.',
  false: 'Marked as not production.',
  null: 'Whether it is production is left to the vendor.',
};
