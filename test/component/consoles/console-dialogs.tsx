import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { ConsoleDialogs } from '@renderer/consoles/ConsoleDialogs';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { aConsole } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { renderWithApp, type Rendered } from '@test/support/render-app';

function Openers({ console }: { console: ConsoleView }): ReactNode {
  const { add, edit, remove, facts, openPractice } = useConsoleCommands();
  return (
    <>
      <button onClick={add}>add</button>
      <button onClick={() => edit(console)}>edit</button>
      <button onClick={() => remove(console)}>remove</button>
      <button onClick={() => facts(console)}>facts</button>
      <button onClick={openPractice}>practice</button>
    </>
  );
}

/** The dialogs of consoles with one of them asked for: `add`, `edit`, `remove`, `facts` or `practice`. */
export async function opened(
  which: string,
  consoles: Stubs['consoles'] = {},
  console = aConsole(),
): Promise<Rendered> {
  const rendered = renderWithApp(
    <ConsoleDialogs>
      <Openers console={console} />
    </ConsoleDialogs>,
    fakeClient({ consoles }),
  );
  await rendered.user.click(screen.getByRole('button', { name: which }));
  return rendered;
}

/** Presses the button of a name. */
export const press = (rendered: Rendered, name: string): Promise<void> =>
  rendered.user.click(screen.getByRole('button', { name }));
