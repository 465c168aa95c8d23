import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { SecretBox } from '@renderer/shared/secret-box';

it('gives its secret until it is cleared, and shows it to nobody else', () => {
  const box = new SecretBox('qk_canary_1');
  expect(box.read()).toBe('qk_canary_1');
  expect(`${JSON.stringify(box)}${inspect(box)}`).not.toContain('qk_canary_1');
  box.clear();
  expect(box.read()).toBe('');
});
