import type { SettingsChange } from '@core/domain/settings';
import type { ReadSetting } from '@renderer/settings/use-setting';

/** The settings that are whole numbers. */
export type NumberSetting =
  'hideAfterSeconds' | 'clearClipboardSeconds' | 'idleLockMinutes' | 'expiryLeadDays';

/** Bounds of the number settings, as the domain has them, with their unit. */
export const NUMBER_BOUNDS: Record<
  NumberSetting,
  { readonly min: number; readonly max: number; readonly unit: string }
> = {
  hideAfterSeconds: { min: 5, max: 300, unit: 'seconds' },
  clearClipboardSeconds: { min: 5, max: 120, unit: 'seconds' },
  idleLockMinutes: { min: 0, max: 240, unit: 'minutes' },
  expiryLeadDays: { min: 0, max: 365, unit: 'days' },
};

/** Reads a number within the bounds of its setting. */
export function readNumber(name: NumberSetting): ReadSetting {
  return (typed) => {
    const value = wholeNumber(typed, NUMBER_BOUNDS[name]);
    if (typeof value === 'string') return value;
    const change: SettingsChange = { [name]: value };
    return change;
  };
}

/** The number that was typed, or what is wrong with it. */
export function wholeNumber(
  typed: string,
  { min, max, unit }: { readonly min: number; readonly max: number; readonly unit: string },
): number | string {
  const value = Number(typed);
  return /^\d+$/.test(typed) && value >= min && value <= max
    ? value
    : `A whole number from ${min} to ${max} ${unit}.`;
}

/** Reads the address of a proxy; empty means a direct connection. */
export const readProxy: ReadSetting = (typed) => {
  if (typed === '') return { proxyUrl: '' };
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || url.protocol !== 'http:' || url.hostname === '') {
    return 'A proxy looks like http://proxy.example.com:8080.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'Leave user name and password out: this setting is kept in a plain file.';
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return 'A proxy has no path after its port.';
  return { proxyUrl: url.origin };
};
