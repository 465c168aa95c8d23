import type { ReactNode } from 'react';
import { useSiblings } from '@renderer/api/siblings';
import { BlastRadius } from '@renderer/shared/BlastRadius';
import type { KeyRow } from '@renderer/key-table/key-row';

export interface KeyRadiusProps {
  readonly row: KeyRow;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What stops working with a listed key. */
export function KeyRadius({ row: { key, place }, now }: KeyRadiusProps): ReactNode {
  return <BlastRadius apiKey={key} traits={place.traits} siblings={useSiblings(key)} now={now} />;
}
