import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode, type ReactNode } from 'react';
import { ClientProvider } from '@renderer/api/ClientProvider';
import { createQueryClient } from '@renderer/api/query-client';
import { NotificationsProvider } from '@renderer/shared/Notifications';
import { AppTheme } from '@renderer/theme/AppTheme';
import { fakeClient, type FakeClient } from '@test/support/fake-client';

/** What a component test works with. */
export interface Rendered extends RenderResult {
  readonly client: FakeClient;
  readonly user: UserEvent;
}

/** Renders a part of the window with everything it stands on, under StrictMode as in the product. */
export function renderWithApp(ui: ReactNode, client: FakeClient = fakeClient()): Rendered {
  const queries = createQueryClient();
  const result = render(
    <StrictMode>
      <ClientProvider client={client} queries={queries}>
        <AppTheme choice="light">
          <NotificationsProvider>{ui}</NotificationsProvider>
        </AppTheme>
      </ClientProvider>
    </StrictMode>,
  );
  return { ...result, client, user: userEvent.setup() };
}
