import { App } from '@renderer/App';
import type { FakeClient } from '@test/support/fake-client';
import { renderWithApp, type Rendered } from '@test/support/render-app';

/** Renders the whole window over a client; its own providers stand inside those of every test. */
export const renderWindow = (client: FakeClient): Rendered => renderWithApp(<App client={client} />, client);
