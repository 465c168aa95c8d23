import { describe, expect, it } from 'vitest';
import { foldText, searchTerms } from '@renderer/table/fold-text';

describe('foldText', () => {
  it('ignores case and accents', () => {
    expect(foldText('Crème BRÛLÉE')).toBe('creme brulee');
    expect(foldText('ÅNGSTRÖM')).toBe('angstrom');
  });

  it('leaves other scripts findable', () => {
    expect(foldText('Ключ 7')).toContain('ключ');
    expect(foldText('鍵')).toBe('鍵');
  });
});

describe('searchTerms', () => {
  it('splits at white space and drops nothing else', () => {
    expect(searchTerms('  Billing\tA.B  ')).toEqual(['billing', 'a.b']);
    expect(searchTerms('   ')).toEqual([]);
  });
});
