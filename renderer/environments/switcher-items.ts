import { mdiLayersTripleOutline, mdiPencilOutline } from '@mdi/js';
import type { ConsoleView } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';
import { matchesWords } from '@renderer/environments/match';
import { ALL, type EnvironmentEntry } from '@renderer/environments/tab-entry';

/** Something to do from the switcher. */
export interface SwitcherAction {
  readonly label: string;
  /** A path of `@mdi/js`. */
  readonly icon: string;
  readonly run: () => void;
}

/** One line of the switcher. */
export interface SwitcherItem {
  readonly id: string;
  readonly label: string;
  /** What it belongs to, in small. */
  readonly note: string;
  readonly entry: EnvironmentEntry | null;
  /** A path of `@mdi/js`; null where the vendor's mark stands. */
  readonly icon: string | null;
  readonly run: () => void;
}

/** What the switcher offers. */
export interface SwitcherSource {
  readonly entries: readonly EnvironmentEntry[];
  readonly consoles: readonly ConsoleView[];
  readonly actions: readonly SwitcherAction[];
  readonly goTo: (id: string) => void;
  readonly edit: (console: ConsoleView) => void;
}

/** More than anybody reads; typing narrows it down. */
const MOST = 60;

/** What matches the typed words: environments first, then what can be done. */
export function switcherItems(source: SwitcherSource, typed: string): SwitcherItem[] {
  const items = [...environmentItems(source), ...actionItems(source)];
  return items.filter((item) => matchesWords(wordsOf(item), typed)).slice(0, MOST);
}

/** A place is also found by its vendor, which is seen as a mark only. */
const wordsOf = ({ label, note, entry }: SwitcherItem): string =>
  entry === null ? label : `${label} ${note} ${vendorInfo(entry.console.vendor).label}`;

function environmentItems({ entries, goTo }: SwitcherSource): SwitcherItem[] {
  return entries.map((entry) => ({
    id: entry.id,
    label: entry.environment.name,
    note: [entry.environment.parent, entry.console.label].filter((part) => part !== undefined).join(' · '),
    entry,
    icon: null,
    run: () => goTo(entry.id),
  }));
}

function actionItems({ actions, consoles, goTo, edit, entries }: SwitcherSource): SwitcherItem[] {
  const everything = { label: 'All environments', icon: mdiLayersTripleOutline, run: () => goTo(ALL) };
  const edits = consoles
    .filter(({ practice }) => !practice)
    .map((console) => ({
      label: `Edit console ${console.label}`,
      icon: mdiPencilOutline,
      run: () => edit(console),
    }));
  return [...(entries.length > 0 ? [everything] : []), ...actions, ...edits].map(({ label, icon, run }) => ({
    id: label,
    label,
    note: '',
    entry: null,
    icon,
    run,
  }));
}
