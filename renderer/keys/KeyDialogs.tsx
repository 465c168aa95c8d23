import type { ReactNode } from 'react';
import type { FindingContext } from '@core/domain/policy';
import { BulkDialog } from './BulkDialog';
import { CreateKeyDialog } from './CreateKeyDialog';
import { EditKeyDialog } from './EditKeyDialog';
import { KeyCreatedDialog } from './KeyCreatedDialog';
import { KeyDetailsDialog } from './KeyDetailsDialog';
import { canCreate } from './key-rights';
import type { Places } from '@renderer/shared/place';
import { StopKeyDialog } from './StopKeyDialog';
import { SwitchKeyDialog } from './SwitchKeyDialog';
import type { KeyDialogsState } from './use-key-dialogs';

export interface KeyDialogsProps {
  readonly state: KeyDialogsState;
  readonly places: Places;
  /** What the keys of these places are judged with. */
  readonly judging: FindingContext;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The dialog that is open, if one is. */
export function KeyDialogs({
  state: { dialog, open, close },
  places,
  judging,
  now,
}: KeyDialogsProps): ReactNode {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'create':
      return (
        <CreateKeyDialog
          places={creatable(places)}
          like={dialog.like}
          onCreated={(created) => open({ kind: 'created', created })}
          onClose={close}
        />
      );
    case 'created':
      return (
        <KeyCreatedDialog
          created={dialog.created}
          onStop={(row) => open({ kind: 'stop', row })}
          onClose={close}
        />
      );
    case 'edit':
      return <EditKeyDialog row={dialog.row} onClose={close} />;
    case 'switch':
      return <SwitchKeyDialog row={dialog.row} onClose={close} />;
    case 'stop':
      return <StopKeyDialog row={dialog.row} onClose={close} />;
    case 'bulk':
      return <BulkDialog rows={dialog.rows} kind={dialog.act} now={now} onClose={close} />;
    case 'details':
      return <KeyDetailsDialog row={dialog.row} judging={judging} now={now} onClose={close} />;
  }
}

const creatable = (places: Places): Places => new Map([...places].filter(([, place]) => canCreate(place)));
