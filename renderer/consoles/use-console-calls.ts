import type { ConnectionReport, ConsoleDraft, ConsoleView } from '@core/domain/console';
import { useAddConsole, useChangeConsole, useTestConsole } from '@renderer/api/console-mutations';
import type { Outcome } from '@renderer/api/use-action';

/** The calls of the console dialog, the same for a new console and a known one. */
export interface ConsoleCalls {
  readonly test: (draft: ConsoleDraft) => Promise<Outcome<ConnectionReport>>;
  readonly save: (draft: ConsoleDraft, insist: boolean) => Promise<Outcome<ConsoleView>>;
  readonly busy: 'test' | 'save' | null;
}

/** @param edited null for a new console */
export function useConsoleCalls(edited: ConsoleView | null): ConsoleCalls {
  const testing = useTestConsole();
  const adding = useAddConsole();
  const changing = useChangeConsole();
  const known = edited === null ? {} : { consoleId: edited.id };
  return {
    test: (draft) => testing.run({ draft, ...known }),
    save: (draft, insist) =>
      edited === null ? adding.run({ draft, insist }) : changing.run({ consoleId: edited.id, draft, insist }),
    busy: testing.busy ? 'test' : adding.busy || changing.busy ? 'save' : null,
  };
}
