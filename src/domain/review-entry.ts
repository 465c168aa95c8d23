import type { ReviewEntry } from '@core/domain/review';

/** What may be written down about a key; what is left out stays as it is, an empty text takes it away. */
export type EntryEdit = {
  readonly [K in keyof Omit<ReviewEntry, 'row' | 'at' | 'by'>]?: ReviewEntry[K];
};

const TEXTS = ['note', 'owner', 'purpose', 'contact'] as const;

/** Whether an entry says nothing. */
export const isBlank = (entry: ReviewEntry): boolean =>
  entry.decision === null && TEXTS.every((name) => !entry[name]) && (entry.waivers ?? []).length === 0;

/** An entry after an edit; null where it says the same already. */
export function editedEntry(
  before: ReviewEntry | null,
  row: number,
  edit: EntryEdit,
  signed: Pick<ReviewEntry, 'at' | 'by'>,
): ReviewEntry | null {
  const next: ReviewEntry = { ...(before ?? { row, decision: null }), ...edit, ...signed };
  for (const name of TEXTS) if (next[name] === '') delete next[name];
  if (next.waivers?.length === 0) delete next.waivers;
  return saying(next) === (before === null ? saying({ row, decision: null, ...signed }) : saying(before))
    ? null
    : next;
}

const saying = ({ decision, note, owner, purpose, contact, waivers }: ReviewEntry): string =>
  JSON.stringify([decision, note ?? '', owner ?? '', purpose ?? '', contact ?? '', waivers ?? []]);
