import { Suspense, type ReactNode } from 'react';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import type { LeakScreenProps } from '@renderer/leak/LeakScreen';
import type { LeakPlace } from '@renderer/leak/leak-place';
import { chunk } from '@renderer/shared/chunk';

const LeakScreen = chunk<LeakScreenProps>(async () => (await import('@renderer/leak/LeakScreen')).LeakScreen);

export interface LeakPageProps {
  readonly place: LeakPlace;
  readonly goTo: (place: LeakPlace) => void;
}

/** *Leak response*, which comes with its code when it is first looked at. */
export function LeakPage({ place, goTo }: LeakPageProps): ReactNode {
  const mayIssue = !useRevokeOnly();
  return (
    <Suspense fallback={null}>
      <LeakScreen place={place} goTo={goTo} mayIssue={mayIssue} />
    </Suspense>
  );
}
