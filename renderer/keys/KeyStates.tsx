import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiFilterOffOutline, mdiKeyPlus } from '@mdi/js';
import type { ReactNode } from 'react';
import type { KeySource } from '@renderer/api/use-keys';
import { EmptyState } from '@renderer/shared/EmptyState';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { KeysLoading } from './KeyNotices';
import { SkeletonRows } from './SkeletonRows';
import type { Trouble } from './troubles';

/** No key came yet: the shape of the table to come, and how far the reading is. */
export function LoadingState({ sources }: { sources: readonly KeySource[] }): ReactNode {
  return (
    <>
      <SkeletonRows />
      <Middle>
        <Box
          sx={{
            width: 340,
            p: 2,
            border: 1,
            borderColor: 'house.line',
            borderRadius: '10px',
            backgroundColor: 'background.paper',
          }}
        >
          <KeysLoading sources={sources} />
        </Box>
      </Middle>
    </>
  );
}

/** Nothing could be read at all. */
export function FailedState({ troubles }: { troubles: readonly Trouble[] }): ReactNode {
  return (
    <Middle>
      <Box sx={{ width: '100%', maxWidth: 520, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        {troubles.map(({ id, error, names, retry }) => (
          <ErrorNotice key={id} error={error} title={failedTitle(error.code, names)} onRetry={retry} />
        ))}
      </Box>
    </Middle>
  );
}

const failedTitle = (code: string, names: readonly string[]): string => {
  const what = names.length === 1 ? `The keys of ${names[0]}` : 'The keys';
  return code === 'cancelled' ? `${what} were not read` : `${what} could not be read`;
};

export interface NoKeysStateProps {
  /** How making a key is called; null where none can be made. */
  readonly createVerb: string | null;
  readonly onCreate: () => void;
}

/** There is no key here. */
export function NoKeysState({ createVerb, onCreate }: NoKeysStateProps): ReactNode {
  const actions = createVerb !== null && (
    <Button variant="contained" onClick={onCreate}>
      {createVerb} key
    </Button>
  );
  return (
    <Middle>
      <EmptyState icon={mdiKeyPlus} title="No keys yet" {...(actions !== false && { actions })}>
        An API key lets a script or another system in without a user name and a password.
      </EmptyState>
    </Middle>
  );
}

/** There are keys, but none that was asked for. */
export function NothingMatchesState({ onClear }: { onClear: () => void }): ReactNode {
  return (
    <Middle>
      <EmptyState
        icon={mdiFilterOffOutline}
        title="No key matches"
        actions={
          <Button variant="outlined" onClick={onClear}>
            Clear filters
          </Button>
        }
      >
        Names, roles, hosts, owners and the last characters of a key are searched.
      </EmptyState>
    </Middle>
  );
}

function Middle({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box
      sx={{
        position: 'absolute',
        inset: '36px 0 0',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        p: 3,
        pointerEvents: 'none',
        '& > *': { pointerEvents: 'auto' },
      }}
    >
      {children}
    </Box>
  );
}
