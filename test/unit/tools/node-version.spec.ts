import { expect, it } from 'vitest';
import { isSupported } from '../../../tools/lib/node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('runs on Node %s', (version) => {
  expect(isSupported(version)).toBe(true);
});

it.each(['20.18.3', '18.20.0', '19.99.0', '8.0.0'])('does not run on Node %s', (version) => {
  expect(isSupported(version)).toBe(false);
});
