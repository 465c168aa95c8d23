import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { windowClient } from '@renderer/api/client';
import { App } from '@renderer/App';
import { OutsideKeydesk } from '@renderer/OutsideKeydesk';

const root = document.getElementById('root');
const client = windowClient();

if (root !== null) {
  createRoot(root).render(
    <StrictMode>{client === null ? <OutsideKeydesk /> : <App client={client} />}</StrictMode>,
  );
}
