import { basename, posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DownloadFormat } from '@core/domain/download';
import { downloadName } from '@core/text/download';
import { hostile } from './hostile-text';

const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;
// Control characters, invisible and turning marks, and what some system does not take in a name.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}/\\:*?"<>|]/u;
const anyText = fc.oneof(
  hostile,
  fc.constantFrom(
    'con',
    'NUL',
    'COM1',
    '.',
    '..',
    '../../etc/passwd',
    'C:\\x',
    '~',
    '-rf',
    ' ',
    'a.',
    '\u202Etxt.exe',
  ),
  fc.constantFrom('\u3164', '\u{E0041}\u{E0042}', 'ﬁ', 'I\u0307', '\u0338', '会'.repeat(80), '𝒜'.repeat(80)),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('downloadName', () => {
  it('is a plain name that every system takes, of at most 100 bytes', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.oneof(fc.uuid(), anyText),
        fc.constantFrom(...DownloadFormat.options),
        (label, id, format) => {
          const name = downloadName(label, id, format);
          expect(posix.basename(name)).toBe(name);
          expect(win32.basename(name)).toBe(name);
          expect(basename(name)).toBe(name);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(100);
          expect(name).not.toMatch(FORBIDDEN);
          expect(name).not.toMatch(RESERVED);
          expect(name).toMatch(/^[^-._~\s].*[^.\s]$/u);
          expect(name.normalize('NFC')).toBe(name);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('is another one for every key, even on systems that do not tell large letters from small', () => {
    const ids = fc.uniqueArray(fc.oneof(fc.uuid(), anyText), { minLength: 2, maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(ids, anyText, (all, label) => {
        const names = new Set(all.map((id) => downloadName(label, id, 'text').toLowerCase()));
        expect(names.size).toBe(all.length);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['key-production-1', 'key-production-2'],
    ['abc', 'ABC'],
    ['client#1', 'client#2'],
    ['##', '%%'],
    ['a'.repeat(199) + 'b', 'a'.repeat(199) + 'c'],
  ])('tells %s from %s', (one, other) => {
    expect(downloadName('Same label', one, 'env').toLowerCase()).not.toBe(
      downloadName('Same label', other, 'env').toLowerCase(),
    );
  });

  it('keeps the label readable, and ends as its format does', () => {
    expect(downloadName('Übergabe an Łódź', 'k1', 'text')).toBe('Übergabe-an-Łódź-k1.txt');
    expect(downloadName('../../etc/passwd', 'k1', 'curl')).toBe('etc-passwd-k1.sh');
    expect(downloadName('\u202E\u200B', 'k1', 'json')).toBe('api-key-k1.json');
    expect(downloadName('nul', 'k1', 'env')).toBe('key-nul-k1.env');
    expect(downloadName('Accounting', 'k1', 'postman')).toBe('Accounting-k1.postman_environment.json');
  });
});
