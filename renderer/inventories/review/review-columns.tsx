import type { ReactNode } from 'react';
import { NO_VALUE } from '@core/text/format';
import type { Column } from '@renderer/table/column';
import type { InventoryRow } from '../inventory-row';
import { decisionText } from './decisions';
import type { ReviewDesk } from './review-desk';
import { useEntry } from './use-desk';

/**
 * What is decided about keys, and whose they are. The cells follow the desk by themselves; `orderDecided` sorts, since
 * an index of the rows would be out of date with every decision.
 */
export const reviewColumns = (desk: ReviewDesk): Column<InventoryRow>[] => [
  {
    id: 'decision',
    label: 'Decision',
    width: 118,
    text: ({ at }) => decisionText(desk.entry(at)),
    order: () => NaN,
    cell: ({ at }) => <DecisionCell desk={desk} at={at} />,
  },
  {
    id: 'owner',
    label: 'Owner',
    width: 116,
    grow: 1,
    text: ({ at }) => desk.entry(at)?.owner ?? '',
    order: () => NaN,
    cell: ({ at }) => <OwnerCell desk={desk} at={at} />,
  },
];

interface CellProps {
  readonly desk: ReviewDesk;
  readonly at: number;
}

function DecisionCell({ desk, at }: CellProps): ReactNode {
  const { entry, current } = useEntry(desk, at);
  const text = decisionText(entry);
  const marks = `review-decision ${entry?.decision ?? 'none'}${current ? ' review-current' : ''}`;
  return <span className={marks}>{text === '' ? NO_VALUE : text}</span>;
}

function OwnerCell({ desk, at }: CellProps): ReactNode {
  const { entry } = useEntry(desk, at);
  return <bdi>{entry?.owner ?? NO_VALUE}</bdi>;
}
