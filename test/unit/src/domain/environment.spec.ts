import { describe, expect, it } from 'vitest';
import { ConsoleId, environmentKey, looksLikeProduction } from '@core/domain/environment';

describe('looksLikeProduction', () => {
  it.each([
    'production',
    'Production',
    'PROD',
    'prod-eu',
    'eu_prod',
    'prod2',
    'shop (live)',
    'PRD',
    'pre-prod',
  ])('takes %s for production', (name) => expect(looksLikeProduction(name)).toBe(true));

  it.each(['staging', 'development', 'products', 'reproduction', 'delivery', 'alive', 'qa', ''])(
    'does not take %s for production',
    (name) => expect(looksLikeProduction(name)).toBe(false),
  );

  it('looks at a bounded part of a name', () => {
    expect(looksLikeProduction(`${'-'.repeat(300)}prod`)).toBe(false);
  });
});

describe('references', () => {
  it('never name the same place by accident', () => {
    const one = environmentKey({ consoleId: 'a', environmentId: 'b/c' });
    const other = environmentKey({ consoleId: 'a-b', environmentId: 'c' });
    expect(one).not.toBe(other);
    expect(ConsoleId.safeParse('a/b').success).toBe(false);
  });

  it.each(['', 'A', '../x', 'a b', 'a'.repeat(65), 'a\n'])('take no strange console id: %j', (id) => {
    expect(ConsoleId.safeParse(id).success).toBe(false);
  });
});
