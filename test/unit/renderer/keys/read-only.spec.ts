import { expect, it } from 'vitest';
import { readOnlySentences } from '@renderer/keys/read-only';
import { placeOf } from '@test/unit/renderer/keys/places';

const WHY = 'A version is a snapshot and never changes.';
const version = (name: string) => placeOf('mia', { environmentId: name, name, readOnly: WHY });

it('gives the reason alone where there is one place, and no sentence where all can be changed', () => {
  expect(readOnlySentences([version('v1')])).toEqual([WHY]);
  expect(readOnlySentences([placeOf('mia'), placeOf('qwilt')])).toEqual([]);
});

it('says each reason once, with the places it is true of', () => {
  const noRoutes = placeOf('cloudmc', { readOnly: 'The routes are not known.' });
  expect(readOnlySentences([version('v1'), placeOf('mia'), version('v2'), noRoutes])).toEqual([
    `v1 (Acme Mia) and v2 (Acme Mia): ${WHY}`,
    'Acme (Acme Cloud): The routes are not known.',
  ]);
  expect(readOnlySentences(['v1', 'v2', 'v3', 'v4', 'v5'].map(version))).toEqual([
    `v1 (Acme Mia), v2 (Acme Mia), v3 (Acme Mia) and 2 more: ${WHY}`,
  ]);
});
