import { useCallback } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import { useCopyKey, useShowKey } from '@renderer/api/key-mutations';
import type { CopyReport } from '@renderer/api/types';
import type { Outcome } from '@renderer/api/use-action';
import { copySentence } from '@renderer/shared/copy-sentence';
import type { Tone } from '@renderer/shared/Notice';
import { useNotify } from '@renderer/shared/Notifications';
import { useShownSecret, type Shown } from '@renderer/shared/use-shown-secret';
import type { KeyRow } from '@renderer/key-table/key-row';

/** The secrets of listed keys: one in clear at a time, copies made in main. */
export interface RowSecrets {
  /** The row whose key is in clear. */
  readonly shown: Shown<string> | null;
  readonly onShow: (row: KeyRow) => void;
  readonly onHide: () => void;
  readonly onCopy: (row: KeyRow) => void;
}

/** Shows and copies the keys of rows, and says truthfully what came of it. */
export function useRowSecrets(): RowSecrets {
  const notify = useNotify();
  const onError = useCallback(
    (message: string) => notify(`The key was not shown. ${message}`, 'error'),
    [notify],
  );
  const { shown, show, hide } = useShownSecret<string>(onError);
  const { run: ask } = useShowKey();
  const { run: copy } = useCopyKey();
  const onShow = useCallback(({ id, key }: KeyRow) => void show(id, () => ask(keyRefOf(key))), [ask, show]);
  const onCopy = useCallback(
    ({ key }: KeyRow) => void copy(keyRefOf(key)).then((outcome) => notify(...copyMessage(outcome))),
    [copy, notify],
  );
  return { shown, onShow, onHide: hide, onCopy };
}

const copyMessage = (outcome: Outcome<CopyReport>): [string, Tone] =>
  outcome.ok
    ? [copySentence('The key', outcome.value), outcome.value.verified ? 'success' : 'info']
    : [`The key was not copied. ${outcome.error.message}`, 'error'];
