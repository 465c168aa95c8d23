import { useCallback, useSyncExternalStore } from 'react';
import type { ReviewEntry } from '@core/domain/review';
import type { ReviewDesk, ReviewState } from './review-desk';

/** The whole review; drawn again at every change. */
export const useReviewState = (desk: ReviewDesk): ReviewState => useSyncExternalStore(desk.watch, desk.state);

/** Which key is being judged, by its position; null before the first. */
export const useCurrent = (desk: ReviewDesk): number | null => useSyncExternalStore(desk.watch, desk.current);

/** What is decided about one key, and whether it is the one being judged; drawn again only when that changes. */
export function useEntry(
  desk: ReviewDesk,
  at: number,
): { readonly entry: ReviewEntry | null; readonly current: boolean } {
  const watch = useCallback((listener: () => void) => desk.watchRow(at, listener), [desk, at]);
  const entry = useSyncExternalStore(watch, () => desk.entry(at));
  const current = useSyncExternalStore(watch, () => desk.current() === at);
  return { entry, current };
}
