import { openHttp } from '@main/http/console-http';
import type { Http, HttpSettings, Limits } from '@main/http/http';
import { AppError } from '@core/domain/app-error';
import { systemClock } from '@main/electron/clock';

/** What every credential of these tests looks like; no error may ever contain it. */
export const TOKEN = 'tok-3e1f0a55c9d84b7e';

/** Everything that may be ticked is ticked, and the real clock runs. */
export const settings = (baseUrl: string, more: Partial<HttpSettings> = {}): HttpSettings => ({
  baseUrl,
  allowLoopback: true,
  allowPrivate: false,
  clock: systemClock,
  ...more,
});

/** Talks to a loopback port over plain http. */
export const plainHttp = (port: number, limits: Partial<Limits> = {}): Http =>
  openHttp(settings(`http://127.0.0.1:${port}`, { limits }));

/** A read that is sent once, with a credential. */
export const READ = {
  method: 'GET',
  path: ['keys'],
  once: true,
  headers: { Authorization: `Bearer ${TOKEN}` },
} as const;

/** A call that changes something, with a credential. */
export const WRITE = { method: 'POST', path: ['keys'], body: { name: 'x' }, headers: READ.headers } as const;

/** The `AppError` of a call that has to fail. */
export async function failureOf(call: Promise<unknown>): Promise<AppError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}
