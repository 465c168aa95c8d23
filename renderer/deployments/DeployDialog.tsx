import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DeploymentView } from '@core/domain/deployment';
import type { Environment } from '@core/domain/environment';
import { useDeployments } from '@renderer/api/deployments';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { PendingList } from './PendingList';
import { PipelineView } from './PipelineView';
import { TargetChoice } from './TargetChoice';
import { useDeploy, type DeployState } from './use-deploy';
import { WordField } from './WordField';

export interface DeployDialogProps {
  readonly environment: Environment;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** *Deploy*: where to, what would go live, and how the pipeline runs. It runs on when the dialog is closed. */
export function DeployDialog({ environment, open, onClose }: DeployDialogProps): ReactNode {
  const { data: view, error, refresh } = useDeployments(environment);
  const deploy = useDeploy(environment, view);
  return (
    <AppDialog
      open={open}
      title="Deploy"
      description={`${environment.parent === undefined ? '' : `${environment.parent} · `}${environment.name}`}
      onClose={onClose}
      onSubmit={deploy.start}
      actions={<Buttons deploy={deploy} onClose={onClose} />}
    >
      {view === undefined && error === null && <Skeleton variant="rounded" height={160} />}
      {error !== null && (
        <ErrorNotice title="What is deployed could not be read" error={error} onRetry={refresh} />
      )}
      {view !== undefined && <Body view={view} deploy={deploy} />}
    </AppDialog>
  );
}

function Body({ view, deploy }: { view: DeploymentView; deploy: DeployState }): ReactNode {
  const { target, running } = deploy;
  if (view.targets.length === 0)
    return <Typography>The console names no place to deploy to. It may not be yours to deploy.</Typography>;
  return (
    <>
      {view.pipeline !== null && <PipelineView pipeline={view.pipeline} view={view} />}
      {!running && (
        <>
          <TargetChoice targets={view.targets} chosen={target?.id ?? ''} onChoose={deploy.choose} />
          {target !== null && <PendingList target={target} />}
          {deploy.word !== null && (
            <WordField
              word={deploy.word}
              value={deploy.typed}
              problem={deploy.problem}
              onChange={deploy.type}
            />
          )}
          {deploy.error !== null && <ErrorNotice title="It was not deployed" error={deploy.error} />}
        </>
      )}
    </>
  );
}

function Buttons({ deploy, onClose }: { deploy: DeployState; onClose: () => void }): ReactNode {
  const { running, target, busy, ready } = deploy;
  return (
    <>
      <Button variant={running ? 'contained' : 'outlined'} onClick={onClose}>
        Close
      </Button>
      {!running && (
        <Button
          type="submit"
          variant="contained"
          color={target?.production === true ? 'error' : 'primary'}
          disabled={!ready}
          loading={busy}
        >
          Deploy
        </Button>
      )}
    </>
  );
}
