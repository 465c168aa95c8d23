import { AppError } from '@core/domain/app-error';
import type { HttpRequest } from '@main/http/http';
import { withHeader, type Access } from './access';
import { claimsOf } from './claims';
import { SENDABLE, type Claims } from './schema';

/** Signs in with an API key, as it is. */
export class KeyAccess implements Access {
  readonly by = 'key';

  constructor(private readonly apiKey: string) {}

  async authorized<T>(request: HttpRequest, send: (authorized: HttpRequest) => Promise<T>): Promise<T> {
    const key = usable(this.apiKey);
    try {
      return await send(withHeader(request, 'X-API-KEY', key));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
      throw new AppError(
        'unauthorized',
        'The console does not accept this API key: it may be expired or revoked, or too new to be known yet.',
        { status: 401, field: 'apiKey' },
      );
    }
  }

  claims(): Promise<Claims> {
    return Promise.resolve(claimsOf(this.apiKey));
  }
}

function usable(apiKey: string): string {
  if (SENDABLE.test(apiKey)) return apiKey;
  const sentence = 'The API key is empty or contains a blank or an unusual character. Paste it again.';
  throw new AppError('invalid-input', sentence, { field: 'apiKey' });
}
