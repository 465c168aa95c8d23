import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { isPageAddress, PAGE_ORIGIN } from './security';

/** What has to be registered before Electron is ready: `app:` is a secure origin of its own, not a file. */
export const PAGE_SCHEME: CustomScheme = { scheme: 'app', privileges: { standard: true, secure: true } };

/** The address of the page. */
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** Emotion puts one empty style element into the page and adds its rules without text; this is the hash of no text. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What the page may do: run its own scripts, use its own styles, fonts and pictures. Nothing else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${EMPTY_STYLE}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "object-src 'none'",
  "frame-src 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers the page's requests with the files below `root`, each with the policy; anything else is not found. */
export const servePage =
  (root: string) =>
  async ({ method, url }: Pick<Request, 'method' | 'url'>): Promise<Response> => {
    const file = method === 'GET' ? fileOf(root, url) : null;
    const type = file === null ? undefined : TYPES[extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      return new Response(await readFile(file), { headers: { ...HEADERS, 'Content-Type': type } });
    } catch {
      return notFound();
    }
  };

/** SECURITY: null for every address that is not below the root once all encodings are undone. */
function fileOf(root: string, url: string): string | null {
  if (!isPageAddress(url)) return null;
  const path = decoded(new URL(url).pathname);
  if (path === null || /[\0\\:]/.test(path)) return null;
  const folder = normalize(root + sep);
  const file = join(folder, path);
  return file.startsWith(folder) ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

const notFound = (): Response => new Response(null, { status: 404, headers: HEADERS });
