import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiContentCopy, mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { useCallback, useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { DownloadFormat } from '@core/domain/download';
import {
  useCopySecret,
  useDownloadSecret,
  useShowSecret,
  useVerifySecret,
} from '@renderer/api/secret-mutations';
import { copySentence } from '@renderer/shared/copy-sentence';
import { Icon } from '@renderer/shared/Icon';
import { useShownSecret } from '@renderer/shared/use-shown-secret';
import { DownloadMenu } from './DownloadMenu';
import { probeText, type ProbedKey } from '@renderer/shared/probe-text';
import { Saying, type Said } from './Saying';
import { SecretBoxField } from './SecretBoxField';
import { VerifyButton } from './VerifyButton';

export interface HandOverProps {
  /** Names the secret that waits in main. */
  readonly handle: string;
  /** Whose secret it is. */
  readonly apiKey: ProbedKey & Pick<ApiKey, 'name'>;
  /** Whether there is somewhere to try it. */
  readonly verifiable: boolean;
  /** The secret was copied or saved. */
  readonly onTaken: () => void;
}

/** The ways to take a new secret along: show, copy, save, and a harmless call to see that it works. */
export function HandOver({ handle, apiKey, verifiable, onTaken }: HandOverProps): ReactNode {
  const [said, say] = useState<Said | null>(null);
  const onError = useCallback(
    (text: string) => say({ tone: 'error', title: 'The key could not be shown', text }),
    [],
  );
  const { shown, show, hide } = useShownSecret<string>(onError);
  const { run: reveal, busy: revealing } = useShowSecret();
  const taking = useTaking({ handle, apiKey, onTaken }, say);
  return (
    <>
      <SecretBoxField
        name={apiKey.name}
        shown={shown}
        button={
          <Button
            size="small"
            disabled={revealing}
            startIcon={<Icon path={shown ? mdiEyeOffOutline : mdiEyeOutline} />}
            onClick={() => (shown ? hide() : void show(handle, () => reveal(handle)))}
          >
            {shown ? 'Hide' : 'Show'}
          </Button>
        }
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" startIcon={<Icon path={mdiContentCopy} />} onClick={taking.copy}>
          Copy
        </Button>
        <DownloadMenu busy={taking.saving} onChoose={taking.save} />
        {verifiable && <VerifyButton busy={taking.verifying} onPress={taking.verify} />}
      </Box>
      {said && <Saying said={said} />}
    </>
  );
}

interface Taking {
  readonly copy: () => void;
  readonly save: (format: DownloadFormat) => void;
  readonly verify: () => void;
  readonly saving: boolean;
  readonly verifying: boolean;
}

function useTaking(
  { handle, apiKey, onTaken }: Omit<HandOverProps, 'verifiable'>,
  say: (said: Said | null) => void,
): Taking {
  const copying = useCopySecret();
  const saving = useDownloadSecret();
  const verifying = useVerifySecret();
  const copy = async (): Promise<void> => {
    const outcome = await copying.run(handle);
    if (!outcome.ok)
      return say({ tone: 'error', title: 'The key was not copied', text: outcome.error.message });
    onTaken();
    say({ tone: outcome.value.verified ? 'success' : 'info', text: copySentence('The key', outcome.value) });
  };
  const save = async (format: DownloadFormat): Promise<void> => {
    const outcome = await saving.run({ handle, format });
    if (!outcome.ok)
      return say({ tone: 'error', title: 'The key was not saved', text: outcome.error.message });
    if (outcome.value === null) return say(null);
    onTaken();
    say({ tone: 'success', text: `Saved to ${outcome.value.path}. Only your user may read the file.` });
  };
  const verify = async (): Promise<void> => {
    const outcome = await verifying.run(handle);
    if (outcome.ok) say(probeText(outcome.value, apiKey));
    else say({ tone: 'error', title: 'The key was not verified', text: outcome.error.message });
  };
  return {
    copy: () => void copy(),
    save: (format) => void save(format),
    verify: () => void verify(),
    saving: saving.busy,
    verifying: verifying.busy,
  };
}
