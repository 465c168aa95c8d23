import { describe, expect, it } from 'vitest';
import type { IncidentEntry, IncidentEvent, IncidentView } from '@core/domain/incident';
import { incidentView } from '@core/domain/leak/incident-view';
import { NO_TRIALS } from '@core/domain/leak/proof-run';
import { incidentHtml } from '@core/text/incident-html';
import { incidentMarkdown } from '@core/text/incident-markdown';
import { daysFromNow } from '@test/support/builders';
import { keyAt } from '@test/support/key-desk';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</td></table><script>alert(1)</script>',
  '[click](javascript:alert(1)) ![x](https://evil.example/a.png)',
  '| a | b |\n\n# Heading\n```js',
  '"><a href="https://evil.example">x</a>',
  "' onmouseover='alert(1)",
  '<https://evil.example> https://evil.example a@evil.example',
];

const dead = {
  ...NO_TRIALS.proof,
  state: 'dead',
  trials: 6,
  deadAfterMs: 4_200,
  deadAt: daysFromNow(0),
} as const;

/** An incident in which every text that others choose is this one. */
function incidentOf(text: string, chain: IncidentView['chain'] = { state: 'intact' }): IncidentView {
  const key = keyAt('key-1');
  const operationId = '00000000-0000-4000-8000-000000000001';
  const leaked = {
    key,
    name: text,
    environmentName: text,
    consoleName: text,
    vendor: 'qodly',
    production: true,
  } as const;
  const events: IncidentEvent[] = [
    { kind: 'opened', title: text, drill: true, reportedAt: daysFromNow(0), foundAt: text },
    { kind: 'searched', candidates: [], places: [] },
    { kind: 'identified', keys: [{ ...leaked, type: null, role: text, verdict: 'exact', why: text }] },
    { kind: 'decided', mode: 'kill', why: text, keys: [key] },
    { kind: 'replaced', key, operationId, newKey: { keyId: 'x', name: text }, answer: text },
    { kind: 'ordered', key, operationId, mode: 'kill' },
    { kind: 'stopped', key, operationId, state: 'stopped', answer: text },
    { kind: 'deployed', environment: { consoleId: 'acme', environmentId: 'e' }, target: text, answer: text },
    { kind: 'proof', key, proof: dead },
    { kind: 'note', text },
    { kind: 'continued' },
    { kind: 'closed', summary: text },
  ];
  const incidentId = operationId;
  const [previous, hash] = ['0'.repeat(64), 'ab'.repeat(32)];
  const entries = events.map((event, seq): IncidentEntry => ({
    ...{ incidentId, seq, at: daysFromNow(0), by: text, event, previous, hash },
  }));
  const view = incidentView(entries, { chain, proofOf: () => null, provable: () => false });
  if (view === null) throw new Error('There is nothing to see.');
  return view;
}

describe('an incident as a page', () => {
  const tags = (html: string): string[] => (html.match(/<[^>]*>/g) ?? []).sort();

  it.each(HOSTILE)('has no markup of %j in it', (text) => {
    expect(tags(incidentHtml(incidentOf(text)))).toEqual(tags(incidentHtml(incidentOf('plain'))));
  });

  it('runs nothing and loads nothing', () => {
    const html = incidentHtml(incidentOf('plain'));
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(
      /<(script|img|link|iframe|object|form|svg)|\bon\w+=|\bhref=|\bsrc=|url\(|@import/i,
    );
  });

  it('tells the times, the measured time to dead, and the rule', () => {
    const html = incidentHtml(incidentOf('plain'));
    expect(html).toContain('dead, 4.2 s after the order (6 trials)');
    expect(html).toContain('5 refusals in a row over at least 10 seconds');
    for (const time of ['Reported', 'Identified', 'Decided', 'Stopped', 'Proved dead', 'Closed'])
      expect(html).toContain(`<td><bdi>${time}</bdi></td>`);
  });
});

describe('an incident as Markdown', () => {
  const shape = (markdown: string): string => markdown.replace(/&#\d+;|&\w+;|[\p{L}\p{N}'", ;]/gu, '');

  it.each(HOSTILE)('has no mark of %j in it', (text) => {
    const lines = incidentMarkdown(incidentOf(text)).split('\n');
    expect(lines).toHaveLength(incidentMarkdown(incidentOf('plain')).split('\n').length);
    expect(lines.map(shape)).toEqual(incidentMarkdown(incidentOf('plain')).split('\n').map(shape));
  });

  it('says where it is damaged, and what was no key', () => {
    expect(incidentMarkdown(incidentOf('plain', { state: 'damaged', line: 3 }))).toContain('damaged: line 3');
    expect(incidentHtml(incidentOf('plain', { state: 'damaged', line: 3 }))).toContain('damaged: line 3');
  });
});
