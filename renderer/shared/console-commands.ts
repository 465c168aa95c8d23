import { createContext, use } from 'react';
import type { ConsoleView } from '@core/domain/console';

/** What every screen can ask for about consoles; the dialogs that do it live in one place. */
export interface ConsoleCommands {
  readonly add: () => void;
  readonly edit: (console: ConsoleView) => void;
  readonly remove: (console: ConsoleView) => void;
  /** What Keydesk relies on at a console, and its routes. */
  readonly facts: (console: ConsoleView) => void;
  /** Starts the practice console and adds it. */
  readonly openPractice: () => void;
  readonly openingPractice: boolean;
}

const ConsoleCommandsContext = createContext<ConsoleCommands | null>(null);

/** Provides the commands; value made by the consoles' own screens. */
export const ConsoleCommandsProvider = ConsoleCommandsContext;

/** The commands of the nearest provider. */
export function useConsoleCommands(): ConsoleCommands {
  const commands = use(ConsoleCommandsContext);
  if (commands === null) throw new Error('useConsoleCommands needs a ConsoleCommandsProvider above it');
  return commands;
}
