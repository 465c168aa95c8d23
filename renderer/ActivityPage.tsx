import { Suspense, type ReactNode } from 'react';
import { chunk } from '@renderer/shared/chunk';

const ActivityScreen = chunk(async () => (await import('@renderer/activity/ActivityScreen')).ActivityScreen);

/** *Activity*, which comes with its code when it is first looked at. */
export function ActivityPage(): ReactNode {
  return (
    <Suspense fallback={null}>
      <ActivityScreen />
    </Suspense>
  );
}
