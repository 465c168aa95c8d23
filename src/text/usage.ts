import type { SnippetId } from '@core/domain/usage';
import type { KeyUse } from '@core/domain/vendor';

/** What a snippet is written with. */
export interface UsageFacts {
  readonly use: KeyUse;
  readonly endpoint: string;
  /** Null puts a placeholder in its place. */
  readonly secret: string | null;
}

/** What stands for a secret that is not shown. */
export const SECRET_PLACEHOLDER = 'YOUR_API_KEY';

/** A text that uses a key: of one kind, sending the key in one of the vendor's ways (by its place in `use.ways`). */
export function usageSnippet(snippet: SnippetId, way: number, facts: UsageFacts): string {
  throw new Error(`no writer for ${snippet} ${way} ${facts.endpoint}`);
}
