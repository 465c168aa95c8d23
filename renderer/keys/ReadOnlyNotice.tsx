import type { ReactNode } from 'react';
import { Banner } from '@renderer/shared/Banner';
import type { Places } from '@renderer/shared/place';
import { readOnlySentences } from './read-only';

/** Where and why nothing can be changed, so that nobody looks for the buttons. */
export const ReadOnlyNotice = ({ places }: { places: Places }): ReactNode =>
  readOnlySentences([...places.values()]).map((sentence) => (
    <Banner key={sentence} tone="info">
      {sentence}
    </Banner>
  ));
