import { describe, expect, it } from 'vitest';
import { clipboardOver, type NativeClipboard } from '@main/electron/clipboard';

function memory(
  answer: <T>(value: T) => T | Promise<T>,
): NativeClipboard & { text: string; cleared: number } {
  return {
    text: 'before',
    cleared: 0,
    readText() {
      return answer(this.text);
    },
    writeText(text) {
      return answer(void (this.text = text));
    },
    clear() {
      this.cleared += 1;
      this.text = '';
    },
  };
}

describe.each([
  ['that answers at once', memory((value) => value)],
  ['that answers with promises', memory((value) => Promise.resolve(value))],
])('over a system clipboard %s', (_what, native) => {
  const clipboard = clipboardOver(native);

  it('reads, writes, and empties', async () => {
    expect(await clipboard.read()).toBe('before');
    await clipboard.write('after');
    expect(await clipboard.read()).toBe('after');
    await clipboard.write('');
    expect([native.text, native.cleared]).toEqual(['', 1]);
  });
});

it('does not say it wrote before the system did', async () => {
  const order: string[] = [];
  const slow = async (): Promise<void> => {
    await Promise.resolve();
    order.push('written');
  };
  const clipboard = clipboardOver({ readText: () => '', writeText: slow, clear: () => undefined });
  await clipboard.write('a').then(() => order.push('said'));
  expect(order).toEqual(['written', 'said']);
});

it('passes a failure of the system on', async () => {
  const broken = (): Promise<never> => Promise.reject(new Error('no display'));
  const clipboard = clipboardOver({ readText: broken, writeText: broken, clear: broken });
  await expect(clipboard.read()).rejects.toThrow('no display');
  await expect(clipboard.write('a')).rejects.toThrow('no display');
});
