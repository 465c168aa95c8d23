import * as z from 'zod';

/** The forms in which a new secret can be saved. */
export const DownloadFormat = z.enum(['text', 'env', 'json', 'postman', 'curl']);
export type DownloadFormat = z.infer<typeof DownloadFormat>;
