import { describe, expect, it } from 'vitest';
import type { ProbeReport } from '@core/domain/probe';
import { probeText } from '@renderer/shared/probe-text';
import { daysFromNow } from '@test/support/builders';

const refused: ProbeReport = { verdict: 'refused', reason: 'not-valid', status: 401, at: daysFromNow(0) };

describe('a refusal', () => {
  it('is one where nothing explains it', () => {
    expect(probeText(refused)).toMatchObject({ tone: 'error', title: 'The key was refused' });
    expect(probeText(refused, { deployed: 'live', activatesAt: daysFromNow(-1) }).tone).toBe('error');
  });

  it('says nothing of a key that is on its way', () => {
    expect(probeText(refused, { activatesAt: daysFromNow(1) })).toMatchObject({
      tone: 'warning',
      title: 'The key is not active yet',
    });
  });

  it.each(['saved', 'unknown'] as const)('may mean that it is not deployed (%s)', (deployed) => {
    const { tone, text } = probeText(refused, { deployed });
    expect(tone).toBe('warning');
    expect(text).toMatch(/once it was deployed.*HTTP 401/);
  });

  it('for another reason keeps that reason', () => {
    const expired = { ...refused, reason: 'expired' as const };
    expect(probeText(expired, { deployed: 'saved', activatesAt: daysFromNow(1) }).text).toMatch(
      /has expired/,
    );
  });
});
