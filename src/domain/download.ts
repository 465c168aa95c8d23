import * as z from 'zod';

/** The forms in which a new secret can be saved. */
export const DOWNLOAD_FORMATS = ['text', 'env', 'json', 'postman', 'curl'] as const;
export const DownloadFormat = z.enum(DOWNLOAD_FORMATS);
export type DownloadFormat = z.infer<typeof DownloadFormat>;
