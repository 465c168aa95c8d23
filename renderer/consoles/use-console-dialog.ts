import { useState } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { ConnectionReport, ConsoleView } from '@core/domain/console';
import type { Outcome } from '@renderer/api/use-action';
import { emptyForm, formOf, formProblems, toDraft } from '@renderer/consoles/console-form';
import type { ConsoleForm, FormProblems } from '@renderer/consoles/console-form';
import { problemAtField } from '@renderer/consoles/problem-at-field';
import { useConsoleCalls } from '@renderer/consoles/use-console-calls';

/** The dialog's state and what its buttons do. */
export interface ConsoleDialogState {
  readonly form: ConsoleForm;
  readonly change: (part: Partial<ConsoleForm>) => void;
  readonly problems: FormProblems;
  /** What the latest test found, until the form changes. */
  readonly report: ConnectionReport | null;
  /** Why the latest test or attempt to save failed, where that belongs to no field. */
  readonly error: AppError | null;
  /** Main refused the address itself, so that its ticks may be needed. */
  readonly addressRefused: boolean;
  readonly busy: 'test' | 'save' | null;
  readonly test: () => Promise<void>;
  /** Saves what works; with `insist` also what does not. */
  readonly save: (insist: boolean) => Promise<void>;
}

/**
 * Fills in, tests and saves a console.
 * @param edited null for a new one
 * @param onSaved gets the console as it is kept
 */
export function useConsoleDialog(
  edited: ConsoleView | null,
  onSaved: (console: ConsoleView) => void,
): ConsoleDialogState {
  const [form, setForm] = useState(() => (edited === null ? emptyForm() : formOf(edited)));
  const [checked, setChecked] = useState(false);
  const [report, setReport] = useState<ConnectionReport | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const { test, save, busy } = useConsoleCalls(edited);
  const local = formProblems(form, edited);
  const remote = failure === null ? {} : problemAtField(failure, form);

  const forget = (): void => {
    setReport(null);
    setFailure(null);
  };
  /** Runs a call, unless the form can be seen to be wrong. */
  async function attempt<T>(call: () => Promise<Outcome<T>>, onDone: (value: T) => void): Promise<void> {
    setChecked(true);
    forget();
    if (Object.keys(local).length > 0) return;
    const outcome = await call();
    if (outcome.ok) onDone(outcome.value);
    else setFailure(outcome.error);
  }
  return {
    form,
    change: (part) => {
      setForm((now) => ({ ...now, ...part }));
      forget();
    },
    problems: { ...(checked ? local : {}), ...remote },
    report,
    error: Object.keys(remote).length > 0 ? null : failure,
    addressRefused: failure?.facts.field === 'baseUrl',
    busy,
    test: () => attempt(() => test(toDraft(form, edited)), setReport),
    save: (insist) => attempt(() => save(toDraft(form, edited), insist), onSaved),
  };
}
