import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import type { ProtectionView } from '@core/domain/protection';
import { plural } from '@core/text/format';
import { useProtections } from '@renderer/api/protections';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { useDeployDialog } from '@renderer/shared/place-dialogs';
import { TextInput } from '@renderer/shared/TextInput';
import { EditEndpointDialog } from './EditEndpointDialog';
import { EndpointTable } from './EndpointTable';
import { whoMayCall } from './callers';

export interface EndpointsDialogProps {
  readonly environment: Environment;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** *Endpoints*: which of them ask for a key, and which keys each lets through. */
export function EndpointsDialog({ environment, open, onClose }: EndpointsDialogProps): ReactNode {
  const { data: endpoints, error, refresh } = useProtections(environment);
  const [edited, setEdited] = useState<ProtectionView | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const openDeploy = useDeployDialog();
  const deploy = (): void => {
    onClose();
    openDeploy(environment);
  };
  const done = (path: string): void => {
    setEdited(null);
    setSaved(path);
  };
  return (
    <AppDialog
      open={open}
      title="Endpoints"
      description={`${environment.parent === undefined ? '' : `${environment.parent} · `}${environment.name}`}
      onClose={onClose}
      width="md"
      actions={<Close onClose={onClose} />}
    >
      {environment.readOnly !== undefined && <Notice tone="info">{environment.readOnly}</Notice>}
      {saved !== null && <Saved path={saved} onDeploy={deploy} />}
      {error !== null && (
        <ErrorNotice title="The endpoints could not be read" error={error} onRetry={refresh} />
      )}
      {endpoints === undefined && error === null && <Reading />}
      {endpoints !== undefined && (
        <Found endpoints={endpoints} onEdit={environment.readOnly === undefined ? setEdited : null} />
      )}
      {edited !== null && (
        <EditEndpointDialog
          environment={environment}
          endpoint={edited}
          onSaved={() => done(edited.path)}
          onClose={() => setEdited(null)}
        />
      )}
    </AppDialog>
  );
}

interface FoundProps {
  readonly endpoints: readonly ProtectionView[];
  readonly onEdit: ((endpoint: ProtectionView) => void) | null;
}

function Found({ endpoints, onEdit }: FoundProps): ReactNode {
  const revokeOnly = useRevokeOnly();
  const [search, setSearch] = useState('');
  const words = search.toLocaleLowerCase('en').split(/\s+/);
  const shown = endpoints.filter((each) => words.every((word) => textOf(each).includes(word)));
  if (endpoints.length === 0)
    return <Typography>There is no endpoint in this configuration. They are made in its console.</Typography>;
  return (
    <>
      <TextInput
        label="Search endpoints"
        placeholder="A path, a key or a group"
        value={search}
        onChange={setSearch}
      />
      <Typography variant="caption" color="textSecondary" role="status">
        {shown.length === endpoints.length
          ? plural(endpoints.length, 'endpoint')
          : `${shown.length} of ${plural(endpoints.length, 'endpoint')}`}
      </Typography>
      {shown.length > 0 && <EndpointTable endpoints={shown} onEdit={revokeOnly ? null : onEdit} />}
    </>
  );
}

const textOf = (endpoint: ProtectionView): string =>
  `${endpoint.path} ${endpoint.acl} ${whoMayCall(endpoint)}`.toLocaleLowerCase('en');

function Saved({ path, onDeploy }: { path: string; onDeploy: () => void }): ReactNode {
  return (
    <Notice
      tone="info"
      role="status"
      title={`${path} is saved, not deployed`}
      actions={
        <Button size="small" variant="outlined" onClick={onDeploy}>
          Deploy
        </Button>
      }
    >
      <Typography>Its old rules apply until the next deployment.</Typography>
    </Notice>
  );
}

function Reading(): ReactNode {
  return (
    <>
      <Typography role="status" color="textSecondary">
        Reading endpoints
      </Typography>
      <Skeleton variant="rounded" height={240} />
    </>
  );
}

function Close({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Button variant="contained" onClick={onClose}>
      Close
    </Button>
  );
}
