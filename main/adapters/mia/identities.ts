import { AppError } from '@core/domain/app-error';
import { valueIn, type KeyItem } from './document';

/** Names a key as it was told of. */
export interface Wanted {
  readonly id: string;
  readonly revision?: string | undefined;
}

/**
 * Remembers which value was behind which id. An id is a ClientType, and its number where it is repeated: it passes
 * to another key when one before it goes, and away from its key when that is renamed.
 * SECURITY: by the id alone, a key that lives on under another one would look stopped, and the wrong one would be.
 */
export class Identities {
  /** Marks of values by id, by environment. */
  private readonly known = new Map<string, Map<string, string>>();

  /** These keys were told of under these ids. */
  note(environmentId: string, keys: readonly KeyItem[]): void {
    const known = this.known.get(environmentId) ?? new Map<string, string>();
    for (const { id, value } of keys) known.set(id, value);
    this.known.set(environmentId, known);
  }

  /** This id leads to this key, unless something else is known of it. */
  noteFirst(environmentId: string, id: string, { value }: KeyItem): void {
    if (this.known.get(environmentId)?.has(id) === true) return;
    this.known.set(environmentId, new Map(this.known.get(environmentId)).set(id, value));
  }

  /**
   * The key that was last told of under an id, or that a revision is of, wherever it is now. Null when it is gone;
   * `bad-answer` when nothing tells.
   */
  find(environmentId: string, keys: readonly KeyItem[], { id, revision }: Wanted): KeyItem | null {
    const known = this.known.get(environmentId);
    const value = revision === undefined ? known?.get(id) : valueIn(revision);
    const named = keys.find((key) => key.id === id);
    if (value === undefined) return named ?? unlessRenumbered(id, keys);
    if (named?.value === value) return named;
    const moved = keys.find((key) => key.value === value);
    if (moved !== undefined) return moved;
    // The id passed to a key that was told of under another one.
    const passed =
      named !== undefined && [...(known ?? [])].some(([other, each]) => other !== id && each === named.value);
    return passed ? null : (named ?? null);
  }
}

function unlessRenumbered(id: string, keys: readonly KeyItem[]): null {
  const [name, number] = id.split('#');
  if (number === undefined || !keys.some((key) => key.id === name)) return null;
  throw new AppError(
    'bad-answer',
    'Keys of this ClientType were removed meanwhile, and nothing tells which one is left. Refresh the list.',
  );
}
