import { describe, expect, it } from 'vitest';
import { faultRow, faultTable } from '../../../tools/lib/fault-table.mjs';

describe('the table of a full run of the fault recipes', () => {
  it('takes the rows out of what the tests print', () => {
    expect(faultRow('fault | C3 late commit | 200 late commits | 200 reported | 1.2 s')).toEqual([
      'C3 late commit',
      '200 late commits',
      '200 reported',
      '1.2 s',
    ]);
    expect(faultRow('C9, seed 7: 1000 keys, 800 faults, 2.01 requests per key')).toEqual([
      'C9 bulk, some fail',
      '1000 keys, 800 faults, seed 7',
      '2.01 requests per key',
      '',
    ]);
    expect(faultRow(' ✓ faults test/faults/operations/changes.spec.ts')).toBeNull();
  });

  it('is in the order of the recipes, with those that other lanes run', () => {
    const table = faultTable([
      ['C12 killed', 'a', 'b', '1 s'],
      ['C3 late', 'c', 'd', '2 s'],
    ]);
    expect(table.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'recipe',
      'C3',
      'C12',
      'C13',
      'C17',
    ]);
  });
});
