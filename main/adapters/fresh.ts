import type { ProbeReport } from '@core/domain/probe';
import type { HttpAnswer } from '@main/http/http';

/** Asks every cache on the way to let a trial of a key through (RFC 9111). */
export const FRESH: Readonly<Record<string, string>> = { 'cache-control': 'no-cache' };

/** An answer that was given before says nothing of the key now. */
export const CACHED: Pick<ProbeReport, 'verdict' | 'reason'> = { verdict: 'inconclusive', reason: 'cached' };

/** Whether an answer came out of a cache, as far as it says so. */
export const isCached = ({ headers }: Pick<HttpAnswer, 'headers'>): boolean => Number(headers['age']) > 0;
