import { describe, expect, it } from 'vitest';
import type { IncidentKey } from '@core/domain/incident';
import type { Proof } from '@core/domain/leak/proof';
import { stateSay } from '@renderer/leak/incident/proof-text';

const proof = (state: Proof['state']): Proof => ({
  state,
  watching: true,
  trials: 5,
  refusals: 5,
  latest: null,
  lastAcceptedAt: null,
  refusedSince: null,
  deadAt: null,
  deadAfterMs: null,
});

const leaked = (over: Partial<IncidentKey>): IncidentKey => ({
  key: { consoleId: 'acme', environmentId: 'env-1', keyId: '1' },
  name: 'Accounting',
  environmentName: 'staging',
  consoleName: 'Acme',
  vendor: 'qodly',
  production: false,
  type: 'standard',
  role: null,
  verdict: 'exact',
  why: '',
  state: 'live',
  proof: null,
  provable: true,
  ...over,
});

describe('the state of a leaked key', () => {
  it.each<[string, Partial<IncidentKey>]>([
    ['Live', {}],
    ['Order sent', { orderedAt: '2026-03-04T12:00:00.000Z' }],
    ['Checking', { state: 'checking' }],
    ['Live until deployed', { state: 'saved' }],
    ['Not stopped', { state: 'failed' }],
    ['Disabled, not proved', { state: 'disabled' }],
    ['Stopped, not proved', { state: 'stopped' }],
    ['Stopped, not proved', { state: 'stopped', proof: proof('trying') }],
    ['Stopped, not proved', { state: 'stopped', proof: proof('refused') }],
    ['Stopped, not proved', { state: 'stopped', proof: proof('inconclusive') }],
    ['Still accepted', { state: 'stopped', proof: proof('alive') }],
    ['Proved dead', { state: 'stopped', proof: proof('dead') }],
    ['Proved dead', { state: 'live', proof: proof('dead') }],
    ['Accepted again', { state: 'stopped', proof: proof('relapsed') }],
  ])('is called: %s', (word, over) => {
    expect(stateSay(leaked(over)).text).toBe(word);
  });

  it('looks like success only when it is proved', () => {
    const states = ['live', 'checking', 'saved', 'failed', 'disabled', 'stopped'] as const;
    expect(states.map((state) => stateSay(leaked({ state })).color)).not.toContain('success');
  });
});
