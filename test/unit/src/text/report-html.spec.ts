import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '@core/domain/policy';
import type { ReviewEntry } from '@core/domain/review';
import { MOST_REPORT_ROWS, type ReportSource } from '@core/text/report-facts';
import { reportHtml } from '@core/text/report-html';
import { daysFromNow, NOW } from '@test/support/builders';
import { anInventoryKey, anInventoryPlace, anOpenInventory } from '@test/support/inventories';

const entry = (over: Partial<ReviewEntry>): ReviewEntry => ({
  row: 0,
  decision: 'restrict',
  at: daysFromNow(0),
  by: 'grace',
  ...over,
});

const aReport = (over: Partial<ReportSource> = {}): ReportSource => ({
  inventory: anOpenInventory(),
  keys: [anInventoryKey(), anInventoryKey({ id: 'key-2', name: 'Admin key', type: 'administration' })],
  review: null,
  policy: DEFAULT_POLICY,
  now: NOW,
  version: '0.1.0',
  ...over,
});

const HOSTILE = `</td><script src="https://evil.example/x.js">\u202E\u2066"'&\u0000\nx${'y'.repeat(4_000)}`;

/** Every element that is opened is closed, in order. */
function wellFormed(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, end = '', name = '', own = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g)) {
    if (own !== '' || ['meta'].includes(name)) continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...open, ...wrong];
}

describe('the report', () => {
  it('says what it is about, what vouches for it, and what it was judged by', () => {
    const finished = { by: 'grace', at: daysFromNow(0) };
    const html = reportHtml(aReport({ review: { entries: [entry({})], finished } }));
    for (const text of ['keys-2026-03.keydesk', 'ab'.repeat(32), 'Not signed', '<bdi>grace</bdi>, finished'])
      expect(html).toContain(text);
    expect(html).toContain('A key may be valid for 365 days');
    const altered = anOpenInventory({ signature: { state: 'altered' } });
    expect(reportHtml(aReport({ inventory: altered }))).toContain('altered after it was signed');
  });

  it('lists findings with reason, who enforces them and the way out; waived ones apart; decisions with notes', () => {
    const waivers = [{ rule: 'any-host', until: '2026-06-01', why: 'A proxy stands before it' }];
    const over = entry({ waivers: [{ rule: 'any-host', until: '2026-01-01', why: 'Too late' }], row: 1 });
    const entries = [entry({ waivers, note: 'Ask Kim', owner: 'Shop' }), over];
    const html = reportHtml(aReport({ review: { entries } }));
    const [findings = '', rest = ''] = html.split('<h2>Waived findings</h2>');
    expect(findings).toContain('Administration key <span class="severity high">(high)</span>, 1 key');
    expect(findings).toMatch(/Any host .*, 1 key/);
    expect(findings).toContain('Who enforces it:');
    expect(rest).toContain('A proxy stands before it');
    expect(html).not.toContain('Too late');
    expect(rest).toContain('Ask Kim · Owner: Shop');
    expect(rest).toContain('<td><bdi>Restrict</bdi></td><td><bdi>2</bdi></td>');
  });

  it('is markup of its own whatever names hold, runs and loads nothing, and has no fingerprint', () => {
    const secret = 'f'.repeat(64);
    const html = reportHtml(
      aReport({
        inventory: anOpenInventory({
          fileName: HOSTILE,
          exportedBy: HOSTILE,
          places: [anInventoryPlace({ console: { label: HOSTILE }, environment: { name: HOSTILE } })],
        }),
        keys: [anInventoryKey({ name: HOSTILE, role: HOSTILE, fingerprint: secret })],
        review: { entries: [entry({ note: HOSTILE, by: HOSTILE })] },
      }),
    );
    expect(wellFormed(html)).toEqual([]);
    const tags = (html.match(/<[^>]+>/g) ?? []).join('');
    expect(tags).not.toMatch(/<script|<img|<link|<iframe|\son[a-z]+=|\ssrc=|\shref=/);
    expect(html).not.toMatch(/url\(|@import/);
    expect(tags + (/<style>[^<]*/.exec(html)?.[0] ?? '')).not.toContain('://');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain(secret);
    expect(html).not.toContain('y'.repeat(2_000 + MOST_REPORT_ROWS));
    // What turns text around stands in an element that keeps it inside.
    const turned = html.split('\u202E').slice(0, -1);
    for (const before of turned)
      expect(before.slice(before.lastIndexOf('<'))).toMatch(/^<(bdi|text|title|td)/);
  });

  it('has the same numbers in its charts and its tables', () => {
    const keys = Array.from({ length: 40 }, (_, at) =>
      anInventoryKey({
        id: `key-${at}`,
        role: `Role ${at % 13}`,
        createdAt: daysFromNow(-at * 30),
        expiresAt: at % 3 === 0 ? 'never' : daysFromNow(at * 11 - 60),
      }),
    );
    const html = reportHtml(aReport({ keys }));
    const charts = html.split('<section class="chart"').slice(1);
    expect(charts).toHaveLength(4);
    for (const chart of charts) {
      const drawn = [...chart.matchAll(/class="number">([\d,]+)</g)].map(([, number]) => Number(number));
      const told = [...chart.matchAll(/<td><bdi>([\d,]+)<\/bdi><\/td><\/tr>/g)].map(([, number]) =>
        Number(number),
      );
      expect(told.slice(0, drawn.length)).toEqual(drawn);
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(40);
    }
  });

  it('lists up to its bound and says how many more there are', () => {
    const keys = Array.from({ length: MOST_REPORT_ROWS + 7 }, (_, at) =>
      anInventoryKey({ id: `key-${at}`, name: `Key ${at}` }),
    );
    const html = reportHtml(aReport({ keys }));
    expect(html).toContain('7 more findings are in the inventory and not listed here.');
    expect(html.match(/Whoever has it can use it/g)).toHaveLength(MOST_REPORT_ROWS);
  });
});
