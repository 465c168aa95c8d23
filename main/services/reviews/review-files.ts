/** Where reviews are kept. Every failure is a `storage` error. */
export interface ReviewFiles {
  /** Its text; null where there is no such file. */
  read(path: string): Promise<string | null>;
  /** Replaces it whole, or leaves what was there. */
  write(path: string, text: string): Promise<void>;
  /** Gives it a name that no other file has. */
  setAside(path: string): Promise<void>;
}

/** What the name of an inventory becomes for its review. */
export const REVIEW_ENDING = '.keydesk-review';
