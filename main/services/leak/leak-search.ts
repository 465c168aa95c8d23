import type { SearchReport } from '@core/domain/leak/search';
import { AppError } from '@core/domain/app-error';

/** Finds leaked keys over every console; what was pasted never leaves it. */
export class LeakSearch {
  readClipboard(): Promise<SearchReport> {
    return Promise.reject(soon());
  }

  submit(_text: string): SearchReport {
    throw soon();
  }

  search(_searchId: string): Promise<SearchReport> {
    return Promise.reject(soon());
  }

  cancel(_searchId: string): void {
    throw soon();
  }

  discard(_searchId: string): void {
    throw soon();
  }
}

const soon = (): AppError => new AppError('unexpected', 'Leak response is not part of this build.');
