import * as z from 'zod';

/** The kinds of snippets that use a key. */
export const SnippetId = z.enum(['curl', 'node', 'python', 'postman', 'env', 'code']);
export type SnippetId = z.infer<typeof SnippetId>;
