import type { ReactNode } from 'react';

/** What the page says when it was opened in something that is not Keydesk. */
export function OutsideKeydesk(): ReactNode {
  return <p>This page belongs to Keydesk and works only in its window.</p>;
}
