import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { waitText } from '@core/text/replacement';
import { Notice } from '@renderer/shared/Notice';
import { useReplacementDialog } from '@renderer/shared/place-dialogs';
import type { KeyRow } from '@renderer/key-table/key-row';
import { replacementTip, type RowReplacement } from '@renderer/key-table/row-replacement';

export interface RowReplacementNoticeProps {
  readonly row: KeyRow;
  readonly part: RowReplacement;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Closes what this stands in, before the replacement opens. */
  readonly onClose: () => void;
}

/** That a key is being replaced or takes over from another, and the way to more. */
export function RowReplacementNotice({ row, part, now, onClose }: RowReplacementNoticeProps): ReactNode {
  const about = useReplacementDialog();
  const { environment, traits } = row.place;
  const open = (): void => {
    onClose();
    about({ id: part.replacement.id, environment, stopVerb: traits.stop.verb });
  };
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" variant="outlined" onClick={open}>
          Replacement
        </Button>
      }
    >
      {replacementTip(part, now)} {waitText(part.replacement)}
    </Notice>
  );
}
