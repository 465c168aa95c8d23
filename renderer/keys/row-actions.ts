import {
  mdiContentCopy,
  mdiEyeOffOutline,
  mdiEyeOutline,
  mdiPencilOutline,
  mdiTrashCanOutline,
} from '@mdi/js';
import type { RowAction } from '@renderer/table/column';
import type { KeyRow } from './key-row';
import type { Place } from './place';

/** What the screen does when a row's button is pressed. */
export interface RowHandlers {
  readonly onShow: (row: KeyRow) => void;
  readonly onHide: () => void;
  readonly onCopy: (row: KeyRow) => void;
  readonly onEdit: (row: KeyRow) => void;
  readonly onStop: (row: KeyRow) => void;
  /** The row whose key is in clear. */
  readonly shownId: string | null;
}

const canReveal = ({ traits }: Place): boolean => traits.secret.shown === 'any-time';
const canEdit = ({ environment, traits }: Place): boolean =>
  environment.canEdit && traits.editable.length > 0;

/** The buttons at the end of a key's row: only those that some place here offers, and each only where it works. */
export function rowActions(places: readonly Place[], handlers: RowHandlers): RowAction<KeyRow>[] {
  const { shownId } = handlers;
  const isShown = ({ id }: KeyRow): boolean => id === shownId;
  const reveal: RowAction<KeyRow>[] = [
    {
      id: 'show',
      label: (row) => (isShown(row) ? 'Hide key' : 'Show key'),
      icon: (row) => (isShown(row) ? mdiEyeOffOutline : mdiEyeOutline),
      run: (row) => (isShown(row) ? handlers.onHide() : handlers.onShow(row)),
      offered: ({ place }) => canReveal(place),
      steady: true,
    },
    {
      id: 'copy',
      label: () => 'Copy key',
      icon: () => mdiContentCopy,
      run: handlers.onCopy,
      offered: ({ place }) => canReveal(place),
      steady: true,
    },
  ];
  const edit: RowAction<KeyRow> = {
    id: 'edit',
    label: () => 'Edit key',
    icon: () => mdiPencilOutline,
    run: handlers.onEdit,
    offered: ({ place }) => canEdit(place),
  };
  const stop: RowAction<KeyRow> = {
    id: 'stop',
    label: ({ place }) => `${place.traits.stop.verb} key`,
    icon: () => mdiTrashCanOutline,
    run: handlers.onStop,
    tone: 'danger',
  };
  return [...(places.some(canReveal) ? reveal : []), ...(places.some(canEdit) ? [edit] : []), stop];
}
