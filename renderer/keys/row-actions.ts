import {
  mdiContentCopy,
  mdiEyeOffOutline,
  mdiEyeOutline,
  mdiPauseCircleOutline,
  mdiPencilOutline,
  mdiPlayCircleOutline,
  mdiSwapHorizontal,
  mdiTrashCanOutline,
} from '@mdi/js';
import type { RowAction } from '@renderer/table/column';
import {
  canChange,
  canDisable,
  canDisableSome,
  canEdit,
  canEditSome,
  canReplace,
  canReplaceSome,
  canShow,
  canShowSome,
  canStop,
  wantsSuccessor,
} from './key-rights';
import type { KeyRow } from '@renderer/key-table/key-row';
import type { Place } from '@renderer/shared/place';

/** What the screen does when a row's button is pressed. */
export interface RowHandlers {
  readonly onShow: (row: KeyRow) => void;
  readonly onHide: () => void;
  readonly onCopy: (row: KeyRow) => void;
  readonly onEdit: (row: KeyRow) => void;
  /** Disables or enables. */
  readonly onSwitch: (row: KeyRow) => void;
  readonly onReplace: (row: KeyRow) => void;
  readonly onStop: (row: KeyRow) => void;
  /** The row whose key is in clear. */
  readonly shownId: string | null;
}

/** The buttons at the end of a key's row: only those that some place here offers, and each only where it works. */
export function rowActions(places: readonly Place[], handlers: RowHandlers): RowAction<KeyRow>[] {
  return [
    ...(places.some(canShowSome) ? reveal(handlers) : []),
    ...(places.some(canEditSome) ? [edit(handlers)] : []),
    ...(places.some(canReplaceSome) ? [replace(handlers)] : []),
    ...(places.some(canDisableSome) ? [disable(handlers)] : []),
    ...(places.some(canChange) ? [stop(handlers)] : []),
  ];
}

function reveal({ shownId, onShow, onHide, onCopy }: RowHandlers): RowAction<KeyRow>[] {
  const isShown = ({ id }: KeyRow): boolean => id === shownId;
  return [
    {
      id: 'show',
      label: (row) => (isShown(row) ? 'Hide key' : 'Show key'),
      icon: (row) => (isShown(row) ? mdiEyeOffOutline : mdiEyeOutline),
      run: (row) => (isShown(row) ? onHide() : onShow(row)),
      offered: canShow,
      steady: true,
    },
    {
      id: 'copy',
      label: () => 'Copy key',
      icon: () => mdiContentCopy,
      run: onCopy,
      offered: canShow,
      steady: true,
    },
  ];
}

const edit = ({ onEdit }: RowHandlers): RowAction<KeyRow> => ({
  id: 'edit',
  label: () => 'Edit key',
  icon: () => mdiPencilOutline,
  run: onEdit,
  offered: canEdit,
});

/** A key that nothing renews and whose time is up says what is left to do. */
const replaceText = (row: KeyRow): string =>
  row.replacement === undefined && wantsSuccessor(row, Date.now()) ? 'Create its successor' : 'Replace key';

const replace = ({ onReplace }: RowHandlers): RowAction<KeyRow> => ({
  id: 'replace',
  label: replaceText,
  icon: () => mdiSwapHorizontal,
  run: onReplace,
  offered: canReplace,
});

const disable = ({ onSwitch }: RowHandlers): RowAction<KeyRow> => ({
  id: 'go',
  label: ({ key }) => (key.active === false ? 'Enable key' : 'Disable key'),
  icon: ({ key }) => (key.active === false ? mdiPlayCircleOutline : mdiPauseCircleOutline),
  run: onSwitch,
  offered: canDisable,
});

const stop = ({ onStop }: RowHandlers): RowAction<KeyRow> => ({
  id: 'stop',
  label: ({ place }) => `${place.traits.stop.verb} key`,
  icon: () => mdiTrashCanOutline,
  run: onStop,
  offered: canStop,
  tone: 'danger',
});
