import type { ActivityEntry } from '@core/domain/activity';
import { formatDateTime, formatMoment } from '@core/text/format';
import type { Column } from '@renderer/table/column';
import { actionText, detailText, moodOf, placeText, resultText } from './activity-words';

const keyText = ({ keyName, keyId }: ActivityEntry): string => keyName ?? keyId ?? '';
const personText = ({ person, operator }: ActivityEntry): string =>
  operator === undefined || operator === person ? person : `${person} as ${operator}`;

/** The columns of the log: when, what, which key, how it ended, where, by whom, and what else there is to say. */
export const ACTIVITY_COLUMNS: readonly Column<ActivityEntry>[] = [
  {
    id: 'at',
    label: 'When',
    width: 150,
    pinned: true,
    text: ({ at }) => formatDateTime(at),
    // The clock of a computer can be turned back; the order of the lines cannot.
    order: ({ seq }) => seq,
    tip: ({ at, seq }) => `${formatMoment(at)}, line ${seq}`,
  },
  { id: 'action', label: 'What', width: 140, grow: 1, text: actionText, search: actionText },
  {
    id: 'key',
    label: 'Key',
    width: 130,
    grow: 3,
    text: keyText,
    search: (entry) => `${keyText(entry)}\n${entry.keyId ?? ''}`,
    // SECURITY: a name may hold marks that turn text around; `bdi` keeps them inside the cell.
    cell: (entry) => <bdi>{keyText(entry)}</bdi>,
    tip: keyText,
  },
  {
    id: 'result',
    label: 'Result',
    width: 138,
    text: resultText,
    search: resultText,
    cell: (entry) => <span className={`activity-result ${moodOf(entry)}`}>{resultText(entry)}</span>,
  },
  {
    id: 'place',
    label: 'Where',
    width: 130,
    grow: 3,
    text: placeText,
    search: placeText,
    cell: (entry) => <bdi>{placeText(entry)}</bdi>,
    tip: placeText,
  },
  { id: 'person', label: 'Who', width: 96, grow: 2, text: personText, search: personText, tip: personText },
  {
    id: 'detail',
    label: 'Details',
    width: 120,
    grow: 4,
    text: detailText,
    search: detailText,
    tip: detailText,
  },
];
