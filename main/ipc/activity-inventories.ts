import type { ActivityAction } from '@core/domain/activity';
import { groupedFingerprint } from '@core/text/fingerprint';
import { plural } from '@core/text/format';
import type { AppServices } from '@main/services/app-services';

const settings = (detail: string): { action: ActivityAction; detail: string } => ({
  action: 'change-settings',
  detail,
});

const signing = {
  trust: {
    about: ({ publicKey, name }: { publicKey: string; name: string }, { signing }: AppServices) =>
      settings(
        `Signatures of “${name}” are trusted, by the key ${groupedFingerprint(signing.fingerprint(publicKey))}.`,
      ),
  },
  distrust: {
    about: ({ fingerprint }: { fingerprint: string }) =>
      settings(`Signatures by the key ${groupedFingerprint(fingerprint)} are trusted no longer.`),
  },
};

interface Exported {
  readonly environments: readonly unknown[];
  readonly format: 'json' | 'csv';
  readonly fingerprints: boolean;
}

const exports = {
  inventory: {
    about: ({ format, fingerprints }: Exported): { action: ActivityAction; detail: string } => ({
      action: 'export',
      detail: `An inventory, as ${format}${fingerprints ? ', with fingerprints' : ''}.`,
    }),
    outcome: (written: { keys: number; places: number } | null, { format, fingerprints }: Exported) =>
      written === null
        ? null
        : {
            detail: `An inventory of ${plural(written.keys, 'key')} in ${plural(written.places, 'environment')}, as ${format}${fingerprints ? ', with fingerprints' : ''}.`,
          },
  },
};

const activity = {
  export: {
    about: ({ format }: { format: string }): { action: ActivityAction; detail: string } => ({
      action: 'export',
      detail: `The activity log, as ${format}.`,
    }),
    outcome: (saved: object | null) => (saved === null ? null : {}),
  },
};

/** How the log tells of inventories that were written and of its own files, and of whose signatures count. */
export const inventoryRules = { signing, exports, activity };
