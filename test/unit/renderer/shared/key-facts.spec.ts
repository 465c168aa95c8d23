import { expect, it } from 'vitest';
import { KEY_FACTS } from '@renderer/shared/key-facts';
import { aKey, NOW } from '@test/support/builders';

it.each([
  ['7d21', '…7d21'],
  ['…7d21', '…7d21'],
  ['{{PARTNER_KEY}}', '{{PARTNER_KEY}}'],
])('says of the hint %s what a key ends in, and names what stands for one', (hint, text) => {
  expect(KEY_FACTS.hint.text(aKey({ hint }), NOW)).toBe(text);
});
