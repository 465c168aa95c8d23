import { listed, plural } from '@core/text/format';
import type { Exported } from '@renderer/api/exports';

type Written = NonNullable<Exported>;

/** What was written, in a sentence. */
export const writtenText = ({ keys, places }: Written): string =>
  `${plural(keys, 'key')} of ${plural(places, 'environment')}, without any secret.`;

/** What the file is worth to whoever opens it. */
export function signedText(format: 'json' | 'csv', { signed }: Pick<Written, 'signed'>): string {
  if (signed) return 'It is signed: whoever opens it sees whether it was changed.';
  return format === 'csv'
    ? 'It is unsigned, as every CSV: nothing shows whether it was changed.'
    : 'It is unsigned, because there is no keychain with a key to sign it: nothing shows whether it was changed.';
}

/** Which environments are missing, and why. */
export function leftText(left: Written['left']): string {
  const reasons = [...new Set(left.map(({ why }) => why))];
  return reasons
    .map((why) => `${listed(left.filter((one) => one.why === why).map(({ name }) => name))}: ${why}`)
    .join(' ');
}
