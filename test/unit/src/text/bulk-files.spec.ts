import { expect, it } from 'vitest';
import type { BulkReport } from '@core/domain/bulk';
import { outcomeCsv, outcomeJson } from '@core/text/bulk-outcome';
import { parseCsv } from '@core/text/csv';
import { keysCsv } from '@core/text/keys-csv';
import { aKey, daysFromNow } from '@test/support/builders';

const REPORT: BulkReport = {
  bulkId: 'run-1',
  act: { kind: 'stop' },
  state: 'finished',
  confirmedAt: daysFromNow(0),
  keys: 2,
  settled: 2,
  notes: [],
  rows: [
    {
      key: { consoleId: 'acme', environmentId: 'env', keyId: '1' },
      label: '=cmd()',
      place: 'staging (Acme)',
      state: 'done',
    },
    {
      key: { consoleId: 'acme', environmentId: 'env', keyId: '2' },
      label: 'Two',
      place: 'staging (Acme)',
      state: 'checking',
      message: 'Sent, not confirmed.',
    },
  ],
};

it('an outcome says of each key what became of it, and no name becomes a formula', () => {
  const text = outcomeCsv(REPORT);
  expect(text).toContain(`"'=cmd()"`);
  expect(parseCsv(text).slice(1)).toEqual([
    ['=cmd()', '1', 'staging (Acme)', 'acme', 'env', 'stop', 'done, read back', ''],
    ['Two', '2', 'staging (Acme)', 'acme', 'env', 'stop', 'not confirmed', 'Sent, not confirmed.'],
  ]);
  expect(JSON.parse(outcomeJson(REPORT, daysFromNow(1)))).toMatchObject({
    run: 'run-1',
    counts: { done: 1, checking: 1 },
    keys: [
      { keyId: '1', outcome: 'done' },
      { keyId: '2', outcome: 'checking' },
    ],
  });
});

it('a saved selection has the facts of a record and nothing that is added to it', () => {
  const key = { ...aKey({ name: 'Accounting', allowedHosts: ['203.0.113.7', '::1'] }), secret: 'canary' };
  const text = keysCsv([key]);
  expect(text).not.toContain('canary');
  const [headings = [], row = []] = parseCsv(text);
  expect(row[headings.indexOf('name')]).toBe('Accounting');
  expect(row[headings.indexOf('allowed hosts')]).toBe('203.0.113.7 ::1');
});
