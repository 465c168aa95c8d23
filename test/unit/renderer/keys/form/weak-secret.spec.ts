import { expect, it } from 'vitest';
import { weaknessOf } from '@renderer/keys/form/weak-secret';

it.each([
  ['hunter2', /^is short: 7 characters/],
  ['aB3$xY9!pQ2#rT5', /^is short: 15 characters/],
  ['0101010101010101010101010101', /few different/],
  ['abcabcabcabcabcabcabcabcabc', /few different/],
  ['MySecretPassword-2024-Client', /common words/],
  ['P4ssw0rd_F0r_The_Mob1le_Cl1ent', /common words/],
  ['qwertyuiop-1234567890-asdfghjkl', /common words/],
])('finds %s weak', (secret, why) => {
  expect(weaknessOf(secret)).toMatch(why);
});

it.each([
  ['Zx81mQp7Ltw9Vk2Rb6Nc4Jh', 'random letters'],
  ['6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11', 'an identifier'],
  ['Jm0vN1cWkQ4yTq8ZrB2xUe6sHg3pLd7fAo9iKt5wXyM', 'what Keydesk makes up'],
])('has nothing against %s (%s)', (secret) => {
  expect(weaknessOf(secret)).toBeNull();
});

it('never repeats what was typed', () => {
  expect(weaknessOf('swordfish')).not.toContain('sword');
});
