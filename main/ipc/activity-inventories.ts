import type { ActivityAction } from '@core/domain/activity';
import { groupedFingerprint } from '@core/text/fingerprint';
import type { AppServices } from '@main/services/app-services';

const settings = (detail: string): { action: ActivityAction; detail: string } => ({
  action: 'change-settings',
  detail,
});

/** How the log tells of whose signatures count. */
export const signingRules = {
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
