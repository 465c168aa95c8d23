import * as z from 'zod';

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. */
export const Instant = z.iso.datetime({ offset: false });
export type Instant = z.infer<typeof Instant>;

/** The moment as the domain writes it. */
export const toInstant = (epochMs: number): Instant => new Date(epochMs).toISOString();

export const DAY_MS = 86_400_000;
