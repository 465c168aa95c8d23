import type { ReactNode } from 'react';

/** A screen of the rail. */
export interface Screen {
  readonly id: string;
  /** Its name in the rail and for screen readers. */
  readonly label: string;
  /** A path of `@mdi/js`. */
  readonly icon: string;
  readonly content: ReactNode;
  /** It is of use to somebody who has no console, and needs no credential for that. */
  readonly offline?: boolean;
}
