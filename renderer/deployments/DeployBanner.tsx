import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { DeploymentView } from '@core/domain/deployment';
import type { Environment } from '@core/domain/environment';
import { useDeployments } from '@renderer/api/deployments';
import { Banner } from '@renderer/shared/Banner';
import { useDeployDialog } from '@renderer/shared/place-dialogs';
import { pendingText, targetLabel } from './deploy-text';
import { useTellSuccess } from './use-tell-success';

/** Says under an environment's header what is saved and not live, or being made live; nothing where all is. */
export function DeployBanner({ environment }: { environment: Environment }): ReactNode {
  const { data: view, error, refresh } = useDeployments(environment);
  const open = useDeployDialog();
  useTellSuccess(view);
  if (view === undefined) {
    if (error === null) return null;
    return (
      <Banner tone="warning" actions={<Way label="Try again" onClick={refresh} />}>
        What is deployed could not be read. {error.message}
      </Banner>
    );
  }
  const said = bannerOf(view);
  if (said === null) return null;
  return (
    <Banner tone={said.tone} actions={<Way label={said.way} onClick={() => open(environment)} />}>
      {said.text}
    </Banner>
  );
}

interface Said {
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly way: string;
}

const ENDED = { failed: 'failed', cancelled: 'was cancelled', unclear: 'is unclear' } as const;

function bannerOf(view: DeploymentView): Said | null {
  const { pipeline } = view;
  const pending = pendingText(view);
  if (pipeline?.state === 'running')
    return {
      tone: 'info',
      text: `Deploying to ${targetLabel(view, pipeline.target)}…`,
      way: 'Show deployment',
    };
  if (pipeline === null || pipeline.state === 'succeeded')
    return pending === null ? null : { tone: 'warning', text: `${pending}.`, way: 'Deploy' };
  const ended = `The deployment to ${targetLabel(view, pipeline.target)} ${ENDED[pipeline.state]}.`;
  const rest = pending === null ? '' : ` ${pending}.`;
  return { tone: pipeline.state === 'failed' ? 'error' : 'warning', text: ended + rest, way: 'Deploy' };
}

function Way({ label, onClick }: { label: string; onClick: () => void }): ReactNode {
  return (
    <Button size="small" variant="outlined" onClick={onClick}>
      {label}
    </Button>
  );
}
