import type { ReactNode } from 'react';
import { placeName } from '@renderer/shared/place';
import { RowSheet } from '@renderer/table/RowSheet';
import type { FatedRow } from './bulk-text';

export interface BulkPlanListProps {
  readonly fated: readonly FatedRow[];
  /** How the act is called where the vendors do not agree. */
  readonly verb: string;
}

/** Every selected key by name, with what will happen to it at its vendor. */
export function BulkPlanList({ fated, verb }: BulkPlanListProps): ReactNode {
  return (
    <RowSheet label="Selected keys" count={fated.length}>
      {(at) => {
        const one = fated[at];
        return one && <Item {...one} verb={verb} />;
      }}
    </RowSheet>
  );
}

function Item({ row: { key, place }, fate, verb }: FatedRow & { verb: string }): ReactNode {
  const own = verb === 'Stop' ? place.traits.stop.verb : verb;
  return (
    <>
      <span className="name">
        <bdi>{key.name}</bdi>
        <small>
          {placeName(place, true)}
          {place.environment.production && ' · production'}
        </small>
      </span>
      {key.type === 'administration' && <span className="mark">Administration</span>}
      <span className={`state ${fate.refused === null ? '' : 'doubtful'}`}>
        {fate.refused === null ? `${own}: ${fate.short}` : 'Left out'}
        {fate.refused !== null && <small title={fate.refused}>{fate.refused}</small>}
      </span>
    </>
  );
}
