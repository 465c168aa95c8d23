import * as z from 'zod';
import { DEFAULT_LEAD_DAYS } from '@core/domain/expiry';

/** The operator's preferences. Every field has a default, so that an older file loads. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** A shown secret is hidden again after this many seconds. */
  hideAfterSeconds: z.number().int().min(5).max(300).default(30),
  /** A copied secret is taken off the clipboard after this many seconds. */
  clearClipboardSeconds: z.number().int().min(5).max(120).default(20),
  /** Minutes without input until Keydesk locks; 0 never does. */
  idleLockMinutes: z.number().int().min(0).max(240).default(5),
  /** `http://host:port` of a proxy for all consoles that are not on loopback; empty for a direct connection. */
  proxyUrl: z.string().max(300).default(''),
  /** Keys are only found and stopped: nothing is shown, created or changed. */
  revokeOnly: z.boolean().default(false),
  /** Days before a key expires on which the system tells of it; 0 never does. */
  expiryLeadDays: z.number().int().min(0).max(365).default(DEFAULT_LEAD_DAYS),
  /** Columns the operator took out of the table, by fact. */
  hiddenColumns: z.array(z.string().max(40)).max(40).default([]),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = Settings.parse({});

/** Any subset to change. */
export const SettingsChange = z.strictObject({
  theme: Settings.shape.theme.unwrap().optional(),
  hideAfterSeconds: Settings.shape.hideAfterSeconds.unwrap().optional(),
  clearClipboardSeconds: Settings.shape.clearClipboardSeconds.unwrap().optional(),
  idleLockMinutes: Settings.shape.idleLockMinutes.unwrap().optional(),
  proxyUrl: Settings.shape.proxyUrl.unwrap().optional(),
  revokeOnly: Settings.shape.revokeOnly.unwrap().optional(),
  expiryLeadDays: Settings.shape.expiryLeadDays.unwrap().optional(),
  hiddenColumns: Settings.shape.hiddenColumns.unwrap().optional(),
});
export type SettingsChange = z.infer<typeof SettingsChange>;
