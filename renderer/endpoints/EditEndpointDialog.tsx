import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import type { ProtectionView } from '@core/domain/protection';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { AclField } from './AclField';
import { CallerPreview } from './CallerPreview';
import { TwoVersions } from './TwoVersions';
import { useEditEndpoint, type EndpointEdit } from './use-edit-endpoint';

export interface EditEndpointDialogProps {
  readonly environment: Environment;
  readonly endpoint: ProtectionView;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** *Edit endpoint*: its two rules, what they mean, and whom they let through before and after. */
export function EditEndpointDialog({
  environment,
  endpoint,
  onSaved,
  onClose,
}: EditEndpointDialogProps): ReactNode {
  const edit = useEditEndpoint(environment, endpoint, onSaved);
  return (
    <AppDialog
      open
      title="Edit endpoint"
      description={endpoint.path}
      onClose={onClose}
      onSubmit={edit.send}
      actions={<Buttons edit={edit} onClose={onClose} />}
    >
      {edit.theirs !== null && (
        <TwoVersions mine={edit.form} theirs={edit.theirs} onTakeTheirs={edit.takeTheirs} />
      )}
      <CheckInput
        label="API Key required"
        help="A call without a valid key is refused."
        checked={edit.form.secreted}
        onChange={(secreted) => edit.change({ secreted })}
      />
      <AclField value={edit.form.acl} parsed={edit.parsed} onChange={(acl) => edit.change({ acl })} />
      <CallerPreview environment={environment} endpoint={endpoint} edit={edit} />
      {endpoint.overrides.length > 0 && <Overrides routes={endpoint.overrides} />}
      {edit.checking !== null && (
        <Notice tone="warning" role="status" title="It is not clear whether this was saved">
          <Typography>{edit.checking} Keydesk looks into it; see the changes being checked.</Typography>
        </Notice>
      )}
      {edit.error !== null && <ErrorNotice title="The endpoint was not changed" error={edit.error} />}
    </AppDialog>
  );
}

function Buttons({ edit, onClose }: { edit: EndpointEdit; onClose: () => void }): ReactNode {
  return (
    <>
      <Button variant="outlined" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" variant="contained" disabled={!edit.ready} loading={edit.busy}>
        {edit.theirs === null ? 'Save' : 'Save mine'}
      </Button>
    </>
  );
}

function Overrides({ routes }: { routes: readonly string[] }): ReactNode {
  return (
    <Typography variant="caption" color="textSecondary">
      These rules do not reach routes that have rules of their own: {routes.join(', ')}.
    </Typography>
  );
}
