/** A fingerprint as people compare it: in groups of four, `1a2b 3c4d …`. */
export const groupedFingerprint = (fingerprint: string): string =>
  fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
