const SENTENCES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'The certificate of the console has expired. Ask its administrator to renew it.',
  CERT_NOT_YET_VALID: "The certificate of the console is not valid yet. Check this computer's date and time.",
  CERT_REVOKED: 'The certificate of the console was revoked. Do not sign in; tell its administrator.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The console shows a certificate that it signed itself. If that is meant, add that certificate to this console.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The certificate belongs to another host. Check the console URL; somebody may be in between.',
};

const UNKNOWN_AUTHORITY = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
  'INVALID_CA',
];
const UNKNOWN_AUTHORITY_SENTENCE =
  'The certificate comes from an authority that is not known here. Add your company’s authority to this console.';

const OLD_PROTOCOL = ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'];
const OTHER_CERTIFICATE =
  /^(CERT_|UNABLE_TO_|ERROR_IN_CERT|HOSTNAME_MISMATCH|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|EE_KEY_)/;

/** The sentence for a failed TLS handshake by its system code; null when the code is about something else. */
export function tlsSentence(code: string): string | null {
  const exact = SENTENCES[code];
  if (exact !== undefined) return exact;
  if (UNKNOWN_AUTHORITY.includes(code)) return UNKNOWN_AUTHORITY_SENTENCE;
  if (OLD_PROTOCOL.includes(code))
    return 'The console speaks only outdated encryption. Keydesk needs TLS 1.2 or newer.';
  if (OTHER_CERTIFICATE.test(code))
    return 'The certificate of the console is not acceptable. Tell its administrator.';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
    return 'No secure connection came about. Check the address and the port; the console has to speak TLS 1.2 or newer.';
  return null;
}
