import { screen, within } from '@testing-library/react';
import { aKey } from '@test/support/builders';
import type { Rendered } from '@test/support/render-app';
import { renderKeys, theGrid, type KeysWorld } from '@test/component/keys/keys-world';

/** How issuing a key may end. */
export type Issued = Awaited<ReturnType<Rendered['client']['keys']['issue']>>;

/** The key was created and its secret waits. */
export const CONFIRMED = {
  state: 'confirmed' as const,
  key: aKey({ id: 'new', name: 'Accounting' }),
  handle: 'handle-1',
  adopted: false,
} satisfies Issued;

/** The opened form. */
export interface OpenForm extends Rendered {
  readonly dialog: HTMLElement;
}

/** Opens *Create API key*. */
export async function openForm(world: KeysWorld = {}): Promise<OpenForm> {
  const app = renderKeys({ keys: [aKey({ name: 'There' })], ...world });
  await theGrid();
  await app.user.click(screen.getByRole('button', { name: 'Create key' }));
  return { ...app, dialog: await screen.findByRole('dialog', { name: 'Create API key' }) };
}

/** Presses *Create*. */
export const create = ({ user, dialog }: OpenForm): Promise<void> =>
  user.click(within(dialog).getByRole('button', { name: 'Create' }));

/** What was asked of main. */
export interface Sent {
  operationId: string;
  draft: Record<string, unknown>;
}

/** Everything that was asked to be created. */
export const sent = ({ client }: Rendered): Sent[] => client.inputs('keys.issue') as Sent[];
