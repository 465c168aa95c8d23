import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { environmentKey } from '@core/domain/environment';
import { plural } from '@core/text/format';
import { useCancelLoad } from '@renderer/api/key-mutations';
import { useKeysProgress, type KeySource } from '@renderer/api/use-keys';
import { Banner } from '@renderer/shared/Banner';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { troubleSentence, type Trouble } from './troubles';

export interface KeyNoticesProps {
  readonly sources: readonly KeySource[];
  readonly troubles: readonly Trouble[];
  readonly now: number;
}

/** What is not as it should be with the rows below: old ones, missing ones, and those that are still on their way. */
export function KeyNotices({ sources, troubles, now }: KeyNoticesProps): ReactNode {
  const loading = sources.filter((source) => source.loading);
  return (
    <>
      {troubles.map((trouble) => (
        <Banner
          key={trouble.id}
          tone={trouble.asOf === null ? 'error' : 'warning'}
          actions={
            <Button size="small" variant="outlined" onClick={trouble.retry}>
              Try again
            </Button>
          }
        >
          {troubleSentence(trouble, sources.length > 1, now)}
        </Banner>
      ))}
      {loading.length > 0 && loading.length < sources.length && <StillReading sources={loading} />}
    </>
  );
}

function StillReading({ sources }: { sources: readonly KeySource[] }): ReactNode {
  const { run } = useCancelLoad();
  const cancel = (): void => sources.forEach(({ environment }) => void run(environment));
  return (
    <Banner
      tone="info"
      actions={
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      }
    >
      Still reading {plural(sources.length, 'environment')}
    </Banner>
  );
}

/** The first listing of one or more environments, with how far it has come. */
export function KeysLoading({ sources }: { sources: readonly KeySource[] }): ReactNode {
  const { run } = useCancelLoad();
  const cancel = (): void => sources.forEach(({ environment }) => void run(environment));
  const [first] = sources;
  const button = (
    <Button size="small" variant="outlined" onClick={cancel} sx={{ alignSelf: 'flex-start', mt: 0.5 }}>
      Cancel
    </Button>
  );
  if (first === undefined) return null;
  if (sources.length > 1) {
    return (
      <ProgressNote label={`Reading the keys of ${plural(sources.length, 'environment')}`}>
        {button}
      </ProgressNote>
    );
  }
  return (
    <SourceProgress key={environmentKey(first.environment)} source={first}>
      {button}
    </SourceProgress>
  );
}

function SourceProgress({ source, children }: { source: KeySource; children: ReactNode }): ReactNode {
  const progress = useKeysProgress(source.environment);
  return (
    <ProgressNote label="Reading keys" loaded={progress?.loaded} total={progress?.total}>
      {children}
    </ProgressNote>
  );
}
