import type { ReactNode } from 'react';

/** A screen of the rail. */
export interface Screen {
  readonly id: string;
  /** Its name in the rail and for screen readers. */
  readonly label: string;
  /** A path of `@mdi/js`. */
  readonly icon: string;
  readonly content: ReactNode;
}
