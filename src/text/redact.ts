/** What stands where something secret stood. */
export const REDACTED = '[redacted]';

/** Shorter texts occur in ordinary words, and would make every line unreadable. */
const SHORTEST_SECRET = 4;
const SHORTEST_FRAGMENT = 6;

/** Names whose value is secret, as in a header, a query, a form or a JSON text. */
const CREDENTIAL =
  /(api[-_]?key|client[-_]?key|secret|passw(?:or)?d|passphrase|credential|token|authorization|cookie)([\w-]{0,40}["'\]]{0,2}\s{0,4}[:=])[^\r\n]*/gi;

const SCHEMES = /\b(bearer|basic|digest|negotiate)\s{1,4}[\w.~+/=-]{4,}/gi;
const SECRET_TOKEN = /secret-token:[^\s"'\\]+/gi;
const USER_INFO = /\/\/[^\s/@"']+@/g;
/** UUIDs, hexadecimal and base64 values; a sentence has no words this long. */
const LONG_TOKEN = /[\w+=~-]{20,}|[A-Za-z0-9+/]{40,}/g;

/**
 * Takes out of a free text what looks like a credential, whoever wrote it: from the name of a credential the rest of the
 * line goes, because its end cannot be told.
 */
export function redactText(text: string): string {
  return redactMarked(text)
    .replace(CREDENTIAL, `$1$2 ${REDACTED}`)
    .replace(USER_INFO, `//${REDACTED}@`)
    .replace(LONG_TOKEN, REDACTED);
}

/** Takes out what says of itself that it is a secret; a JSON text stays one. */
export function redactMarked(text: string): string {
  return text.replace(SECRET_TOKEN, REDACTED).replace(SCHEMES, `$1 ${REDACTED}`);
}

/** Every way in which a secret may stand in a text: as it is, escaped, in a URL, in hexadecimal, in base64. */
export function secretForms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [secret, escaped, ...urlForms(bytes), hex, hex.toUpperCase(), ...base64Forms(bytes)];
}

/** Percent-encoded as JavaScript, as forms, and with small letters as other programs do. */
function urlForms(bytes: Uint8Array): string[] {
  const url = encodeURIComponent(new TextDecoder().decode(bytes));
  const small = url.replace(/%../g, (code) => code.toLowerCase());
  return [url, small, url.replaceAll('%20', '+')];
}

/** In a longer base64 text a secret has one of three forms, by the number of bytes before it. */
function base64Forms(bytes: Uint8Array): string[] {
  const forms = [0, 1, 2].map((before) => {
    const text = btoa('\0'.repeat(before) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    // Only the characters that no neighbouring byte has a part in.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const long = forms.filter((form) => form.length >= SHORTEST_FRAGMENT);
  return [...long, ...long.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** Remembers secrets and takes every form of them out of texts. SECURITY: it holds them in memory until `clear`. */
export class KnownSecrets {
  private readonly secrets = new Set<string>();
  private forms: string[] = [];

  /** From now on this text is taken out; one of fewer than 4 characters cannot be. */
  add(secret: string): void {
    if (secret.length < SHORTEST_SECRET || this.secrets.has(secret)) return;
    this.secrets.add(secret);
    // The longest first, so that no part of a longer one is left over.
    this.forms = [...new Set([...this.forms, ...secretForms(secret)])].sort((a, b) => b.length - a.length);
  }

  /** The text without any of them. */
  redact(text: string): string {
    return this.forms.reduce((rest, form) => rest.replaceAll(form, REDACTED), text);
  }

  /** Forgets all of them. */
  clear(): void {
    this.secrets.clear();
    this.forms = [];
  }
}
