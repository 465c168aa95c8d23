import { AppError } from '@core/domain/app-error';
import { IncidentEntry, type IncidentView } from '@core/domain/incident';
import { incidentHtml } from '@core/text/incident-html';
import { incidentMarkdown } from '@core/text/incident-markdown';
import type { Dialogs, SecretFiles } from '@main/ports';
import { StoredLine, type IncidentBook } from '@main/services/incidents/incident-book';
import type { IncidentDesk } from '@main/services/incidents/incident-desk';

/** What files of incidents stand on. */
export interface IncidentFilesParts {
  readonly desk: IncidentDesk;
  readonly book: IncidentBook;
  readonly dialogs: Dialogs;
  readonly files: SecretFiles;
  /** Reads a text file the operator chose. */
  readonly readText: (path: string) => Promise<string>;
}

/** The forms in which an incident is saved. `file` is what another Keydesk opens. */
export type IncidentFormat = 'markdown' | 'html' | 'file';

const ENDINGS = { markdown: 'md', html: 'html', file: 'jsonl' } as const;
const MOST_LINES = 20_000;

/** Saves records and takes in those of others. */
export class IncidentFiles {
  constructor(private readonly parts: IncidentFilesParts) {}

  /** Where it was saved; null when the operator cancels. */
  async save(incidentId: string, format: IncidentFormat): Promise<{ path: string } | null> {
    const { desk, book, dialogs, files } = this.parts;
    const view = await desk.view(incidentId);
    const choice = await dialogs.saveFile(fileName(view, format));
    if (choice === null) return null;
    const lines = await book.lines(incidentId);
    await files.save(choice.path, textOf(format, view, lines), choice.overwrite);
    return { path: choice.path };
  }

  /** A record of somebody else, or more of one of ours; null when the operator cancels. */
  async open(): Promise<IncidentView | null> {
    const path = await this.parts.dialogs.openFile('incident');
    if (path === null) return null;
    const lines = parsed(await this.parts.readText(path));
    const [first] = lines;
    if (first === undefined) throw noRecord();
    const known = (await this.parts.book.all()).get(first.incidentId) ?? [];
    const shared = Math.min(known.length, lines.length);
    for (let at = 0; at < shared; at += 1)
      if (JSON.stringify(known[at]) !== JSON.stringify(lines[at])) throw diverged(at + 1);
    await this.parts.book.adopt(lines.slice(known.length));
    return this.parts.desk.view(first.incidentId);
  }
}

function textOf(format: IncidentFormat, view: IncidentView, lines: readonly StoredLine[]): string {
  if (format === 'markdown') return incidentMarkdown(view);
  if (format === 'html') return incidentHtml(view);
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

const fileName = ({ openedAt, incidentId }: IncidentView, format: IncidentFormat): string =>
  `keydesk-incident-${openedAt.slice(0, 10)}-${incidentId.slice(0, 8)}.${ENDINGS[format]}`;

/** One record, every line of it an entry. What does not follow from each other is taken in, and shown as damaged. */
function parsed(text: string): StoredLine[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MOST_LINES) throw noRecord();
  const entries = lines.map(entry);
  if (entries.some(({ incidentId }) => incidentId !== entries[0]?.incidentId)) throw noRecord();
  return entries;
}

function entry(line: string): StoredLine {
  try {
    // In the order and with the members that every record here has, and no others.
    return StoredLine.parse(IncidentEntry.parse(JSON.parse(line)));
  } catch {
    throw noRecord();
  }
}

const noRecord = (): AppError =>
  new AppError('invalid-input', 'This file is no record of one incident that Keydesk saved.');

const diverged = (line: number): AppError =>
  new AppError(
    'conflict',
    `This is another version of a record that is here already: they differ from line ${line} on. Nothing was taken in.`,
  );
