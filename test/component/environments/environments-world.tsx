import { useState, type ReactNode } from 'react';
import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { ConsoleDialogs } from '@renderer/consoles/ConsoleDialogs';
import { EnvironmentsScreen } from '@renderer/environments/EnvironmentsScreen';
import { anEnvironment } from '@test/support/builders';
import { fakeClient, type FakeClient, type Stubs } from '@test/support/fake-client';
import { reads, type World } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';

/** A production environment with many keys. */
export const production = anEnvironment({
  environmentId: 'env-prod',
  name: 'production',
  production: true,
  keyCount: 48,
});

/** An environment that is not. */
export const staging = anEnvironment();

/** One console with both. */
export const world: World = { environments: [production, staging] };

function Screen(): ReactNode {
  const { data: consoles = [] } = useConsoles();
  const known = useAllEnvironments(consoles);
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <ConsoleDialogs>
      <EnvironmentsScreen
        consoles={consoles}
        known={known}
        selected={selected}
        onSelect={setSelected}
        onSwitch={() => undefined}
        renderKeys={(environments) => <p>keys of {environments.map(({ name }) => name).join(', ')}</p>}
      />
    </ConsoleDialogs>
  );
}

/** Renders the tabs over a world. */
export const show = (more: Stubs = {}, looked: World = world): Rendered =>
  renderWithApp(<Screen />, fakeClient(reads(looked), more));

/** What was decided about environments. */
export const adjustments = (client: FakeClient) => client.inputs('environments.adjust');
