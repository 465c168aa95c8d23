import { AppError } from '@core/domain/app-error';
import type { Http, HttpRequest } from '@main/http/http';
import { KEY_HEADER } from './client';

/** Where a console publishes what its API is like, as the vendor's own generator of clients reads it. */
const FILE: HttpRequest = {
  method: 'GET',
  path: ['rest', 'docs', 'api', 'v3', 'openapi.json'],
  list: true,
  // Deeper than other answers, and its schemas may have fields of any name.
  document: true,
};

/** Reads a console's description of its API: without a credential, and with it only where that is asked for. */
export async function readDescription(console: Http, apiKey: string): Promise<unknown> {
  try {
    return (await console.send(FILE)).body;
  } catch (error) {
    const asked = error instanceof AppError && (error.code === 'unauthorized' || error.code === 'forbidden');
    if (!asked) throw error;
    return (await console.send({ ...FILE, headers: { [KEY_HEADER]: apiKey } })).body;
  }
}
