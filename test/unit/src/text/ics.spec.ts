import { describe, expect, it } from 'vitest';
import type { ExpiringKey } from '@core/domain/expiry';
import { icsText } from '@core/text/ics';

const KEY: ExpiringKey = {
  identity: 'one',
  name: 'Accounting',
  place: 'staging · Acme',
  expiresAt: '2026-03-31T22:30:00.000Z',
  renewable: true,
};
const text = (keys: readonly ExpiringKey[], leadDays = 14): string =>
  icsText(keys, { at: '2026-03-04T12:00:00.000Z', leadDays, uid: (identity) => `uid-${identity}` });

/** Lines as a calendar reads them. */
const unfolded = (ics: string): string[] => ics.replaceAll('\r\n ', '').split('\r\n');

describe('icsText', () => {
  it('is an all-day event on the last day, with an alarm ahead of it', () => {
    expect(unfolded(text([KEY]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Keydesk//Expiry calendar//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:uid-one@keydesk',
      'DTSTAMP:20260304T120000Z',
      'DTSTART;VALUE=DATE:20260331',
      'DTEND;VALUE=DATE:20260401',
      'SUMMARY:API key expires: Accounting',
      'LOCATION:staging · Acme',
      'DESCRIPTION:Accounting (staging · Acme) expires on 2026-03-31T22:30:00.000Z. Set a later date\\, or replace it.',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:API key expires: Accounting',
      'TRIGGER:-P14D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    expect(text([KEY], 0)).not.toContain('VALARM');
    expect(unfolded(text([{ ...KEY, renewable: false }])).join()).toContain('make its successor in time');
  });

  it('lets no name write lines of its own', () => {
    const name = 'a;b,c\\d\r\nEND:VEVENT\nX\u2028Y\u0007';
    const lines = unfolded(text([{ ...KEY, name }]));
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines).toContain('SUMMARY:API key expires: a\\;b\\,c\\\\d\\nEND:VEVENT\\nX\\nY ');
  });

  it('folds lines at 75 octets and cuts no character in two', () => {
    const name = `${'é'.repeat(60)}${'🔑'.repeat(40)}`;
    const ics = text([{ ...KEY, name }]);
    for (const line of ics.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
    expect(Buffer.from(ics).toString()).toBe(ics);
    expect(unfolded(ics)).toContain(`SUMMARY:API key expires: ${name}`);
  });
});
