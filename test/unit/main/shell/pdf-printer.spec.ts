import { describe, expect, it } from 'vitest';
import { pdfPrinter, type PrintSession, type PrintWindow } from '@main/electron/pdf-printer';

type Answer = Parameters<Parameters<PrintSession['webRequest']['onBeforeRequest']>[0]>[1];

/** A printer over a window that asks its session for what it loads. */
function printer(print: () => Promise<Uint8Array>) {
  let passes = (_details: { url: string }, _answer: Answer): void => undefined;
  let page = (_request: { url: string }): Response => new Response(null);
  const seen: { texts: string[]; destroyed: number; address: string } = {
    texts: [],
    destroyed: 0,
    address: '',
  };
  const session: PrintSession = {
    webRequest: { onBeforeRequest: (listener) => void (passes = listener) },
    protocol: { handle: (_scheme, answer) => void (page = answer) },
  };
  const cancelled = (url: string): boolean => {
    let verdict = true;
    passes({ url }, ({ cancel }) => void (verdict = cancel));
    return verdict;
  };
  const window: PrintWindow = {
    loadURL: async (address) => {
      seen.address = address;
      if (!cancelled(address)) seen.texts.push(await page({ url: address }).text());
      for (const url of ['https://evil.example/', 'app://bundle/index.html', 'file:///etc/passwd'])
        expect(cancelled(url)).toBe(true);
    },
    destroy: () => void (seen.destroyed += 1),
    webContents: { printToPDF: print },
  };
  return { seen, cancelled, made: pdfPrinter({ session: () => session, open: () => window }) };
}

describe('the PDF printer', () => {
  it('loads the one page and nothing else, and forgets it with its window', async () => {
    const { seen, cancelled, made } = printer(async () => new Uint8Array([37]));
    expect(await made.print('<p>one</p>')).toEqual(new Uint8Array([37]));
    expect(seen).toMatchObject({ texts: ['<p>one</p>'], destroyed: 1 });
    expect(cancelled(seen.address)).toBe(true);
  });

  it('destroys its window also when printing fails', async () => {
    const { seen, made } = printer(async () => Promise.reject(new Error('no paper')));
    await expect(made.print('<p>two</p>')).rejects.toThrow('no paper');
    expect(seen.destroyed).toBe(1);
  });
});
