import { AppError } from '@core/domain/app-error';
import type { PdfPrinter } from '@main/ports';
import { PAGE_SCHEME } from '@main/protocol';
import { PAGE_ORIGIN } from '@main/security';

/** Electron's session, as far as it is used here. */
export interface PrintSession {
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void,
    ): void;
  };
  readonly protocol: { handle(scheme: string, answer: (request: { url: string }) => Response): void };
}

/** A hidden window. */
export interface PrintWindow {
  loadURL(address: string): Promise<void>;
  destroy(): void;
  readonly webContents: { printToPDF(options: typeof OPTIONS): Promise<Uint8Array> };
}

/** What is printed with. */
export interface PrinterParts<S extends PrintSession> {
  /** A session of its own, in memory; asked for once. */
  readonly session: () => S;
  /** A window without scripts in it. */
  readonly open: (session: S) => PrintWindow;
}

/** A page that takes longer is given up. */
const DEADLINE_MS = 30_000;

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  'X-Content-Type-Options': 'nosniff',
};

const OPTIONS = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const;

/** Prints pages in a hidden window that reaches nothing else; the window goes in any case. */
export function pdfPrinter<S extends PrintSession>({ session, open }: PrinterParts<S>): PdfPrinter {
  const waiting = new Map<string, string>();
  let pages: S | null = null;
  let printed = 0;
  return {
    print: async (html) => {
      const address = `${PAGE_ORIGIN}/report-${(printed += 1)}.html`;
      pages ??= onlyThese(session(), waiting);
      waiting.set(address, html);
      const window = open(pages);
      try {
        return await inTime(printPage(window, address));
      } finally {
        waiting.delete(address);
        window.destroy();
      }
    },
  };
}

async function printPage(window: PrintWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address);
  return window.webContents.printToPDF(OPTIONS);
}

function onlyThese<S extends PrintSession>(pages: S, waiting: ReadonlyMap<string, string>): S {
  // SECURITY: takes the place of the application's own filter, which lets any page of ours pass.
  pages.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !waiting.has(url) }));
  pages.protocol.handle(PAGE_SCHEME.scheme, ({ url }) => {
    const html = waiting.get(url);
    return html === undefined
      ? new Response(null, { status: 404 })
      : new Response(html, { headers: HEADERS });
  });
  return pages;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('timeout', LATE)), DEADLINE_MS);
  });
  // What it comes to after its time is nobody's business.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const LATE = 'The report took too long to print. Save it as HTML, and print it from a browser.';
