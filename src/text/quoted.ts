/** A text on one line: control characters and line breaks become one blank, those around it go. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** On one line and in single quotes, for a POSIX shell and for .env readers. */
export const shellQuoted = (text: string): string => `'${oneLine(text).replaceAll("'", `'\\''`)}'`;

const HIDING = /\p{Cf}/gu;

/** On one line and in double quotes, as JavaScript and Python read it; what turns or hides text is written as its code. */
export const codeQuoted = (text: string): string =>
  JSON.stringify(oneLine(text)).replace(HIDING, (character) =>
    // Beyond four digits the two languages write codes differently.
    character.length > 1 ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const COOKIE_OCTET = /[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/;

/** As the value of a cookie: what RFC 6265 does not let in there is percent-encoded, so that it ends no cookie. */
export const cookieValue = (text: string): string =>
  Array.from(oneLine(text), (character) =>
    COOKIE_OCTET.test(character) ? character : percentEncoded(character),
  ).join('');

const percentEncoded = (character: string): string =>
  Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
