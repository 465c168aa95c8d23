import { PAGE_ROWS } from '@core/contract/messages';
import type { ActivityEntry } from '@core/domain/activity';
import { AppError } from '@core/domain/app-error';
import type { Crypto } from '@main/ports';

interface Kept {
  readonly id: string;
  readonly entries: readonly ActivityEntry[];
  readonly pages: number;
}

/** The log on its way to the window, page by page; forgotten when the last page was given, or by the next. */
export class ActivityPages {
  private kept: Kept | null = null;

  constructor(private readonly crypto: Pick<Crypto, 'uuid'>) {}

  /** Keeps entries under a new name. */
  keep(entries: readonly ActivityEntry[]): { listing: string; rows: number; pages: number } {
    const pages = Math.ceil(entries.length / PAGE_ROWS);
    const id = this.crypto.uuid();
    this.kept = pages === 0 ? null : { id, entries, pages };
    return { listing: id, rows: entries.length, pages };
  }

  /** One page as JSON text; `not-found` when it was replaced or given to the end. */
  page(listing: string, page: number): string {
    const { kept } = this;
    if (kept === null || kept.id !== listing || page >= kept.pages)
      throw new AppError('not-found', 'The log was read again meanwhile. Refresh it.');
    if (page === kept.pages - 1) this.kept = null;
    return JSON.stringify(kept.entries.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS));
  }
}
