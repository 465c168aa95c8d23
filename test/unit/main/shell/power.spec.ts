import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { onLeaving } from '@main/electron/power';

it('takes sleep, waking up and a locked screen for leaving', () => {
  const monitor = new EventEmitter();
  let left = 0;
  onLeaving(monitor, () => void (left += 1));
  for (const event of ['suspend', 'lock-screen', 'resume']) monitor.emit(event);
  expect(left).toBe(3);
  for (const event of ['unlock-screen', 'on-battery', 'user-did-become-active']) monitor.emit(event);
  expect(left).toBe(3);
});
