import type { ReactNode } from 'react';
import { formatDateTime, listed, plural } from '@core/text/format';
import type { ComparedSide, ComparisonView, PlaceLeft } from '@renderer/api/comparisons';
import { Banner } from '@renderer/shared/Banner';

const NAMED = 4;

/** What the comparison does not cover, so that nobody takes silence for "nothing changed". */
export function CompareNotes({ view }: { view: ComparisonView }): ReactNode {
  const { left, places } = view;
  const stale = places.filter(({ newer, older }) => newer.stale === true || older.stale === true);
  return (
    <>
      {left.length > 0 && (
        <Banner tone="warning">
          {plural(left.length, 'environment was', 'environments were')} not compared:{' '}
          {listed(named(left.map((each) => leftText(each, view))))}.
        </Banner>
      )}
      {stale.length > 0 && (
        <Banner tone="warning">
          {plural(stale.length, 'environment', 'environments')} could not be read, and the keys are those last
          known: {listed(named(stale.map(({ newer }) => newer.environment.name)))}.
        </Banner>
      )}
    </>
  );
}

const named = (texts: readonly string[]): string[] =>
  texts.length <= NAMED ? [...texts] : [...texts.slice(0, NAMED - 1), `${texts.length - NAMED + 1} more`];

function leftText({ side, place, why }: PlaceLeft, view: ComparisonView): string {
  const other = side === 'older' ? view.newer : view.older;
  const reason = why === undefined ? `not in ${sideText(other)}` : why.replace(/\.$/, '');
  return `${place.environment.name} (${reason})`;
}

/** What one side is called in a sentence. */
export const sideText = ({ kind, fileName }: ComparedSide): string =>
  kind === 'live' ? 'the keys as they are now' : fileName;

/** The same with its date and how many keys it has. */
export const sideFacts = (side: ComparedSide): string =>
  [sideText(side), ...(side.at === null ? [] : [formatDateTime(side.at)]), plural(side.keys, 'key')].join(
    ', ',
  );
