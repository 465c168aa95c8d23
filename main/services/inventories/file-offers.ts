import { basename } from 'node:path';
import type { FileOffer } from '@core/contract/inventories';
import { AppError } from '@core/domain/app-error';
import type { Crypto } from '@main/ports';

/** A file that may be opened, and where it is. */
export interface OfferedFile extends FileOffer {
  readonly path: string;
}

const KINDS: readonly (readonly [ending: string, kind: FileOffer['kind']])[] = [
  ['.keydesk', 'inventory'],
  ['.keydesk-plan', 'plan'],
  ['.csv', 'csv'],
];
/** Older ones are forgotten. */
const MOST_OFFERS = 50;

/** What a file is by its name; undefined for one that Keydesk does not open. */
export const kindOf = (path: string): FileOffer['kind'] | undefined =>
  KINDS.find(([ending]) => path.toLowerCase().endsWith(ending))?.[1];

/** Files the operator pointed at, by handles: the window has no paths, and can open no other file. */
export class FileOffers {
  private readonly files = new Map<string, OfferedFile>();

  constructor(private readonly crypto: Pick<Crypto, 'token'>) {}

  /** SECURITY: by its ending; everything else is refused before anything looks at it. */
  offer(path: string): FileOffer {
    const kind = kindOf(path);
    if (kind === undefined)
      throw new AppError('invalid-input', 'Keydesk opens files that end in .keydesk, .keydesk-plan or .csv.');
    const offer = { fileId: this.crypto.token(), fileName: basename(path), kind };
    this.files.set(offer.fileId, { ...offer, path });
    for (const [fileId] of [...this.files].slice(0, -MOST_OFFERS)) this.files.delete(fileId);
    return offer;
  }

  /** The file of a handle. */
  find(fileId: string): OfferedFile {
    const file = this.files.get(fileId);
    if (file !== undefined) return file;
    throw new AppError('not-found', 'Keydesk no longer knows which file this was. Choose it again.');
  }
}
