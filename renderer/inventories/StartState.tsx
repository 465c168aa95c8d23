import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiFolderOpenOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { useOfferFile } from '@renderer/api/offer-file';
import { Icon } from '@renderer/shared/Icon';
import { useNotify } from '@renderer/shared/Notifications';
import { Way } from '@renderer/shared/Way';

/** One more way to begin. */
export interface StartWay {
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
}

export interface StartStateProps {
  /** Besides opening a file. */
  readonly ways: readonly StartWay[];
  /** A file on its way, or what became of it. */
  readonly children?: ReactNode;
}

/** What inventories are for, and the ways to begin. */
export function StartState({ ways, children }: StartStateProps): ReactNode {
  return (
    <Box sx={{ flex: 1, overflow: 'auto', p: 4, display: 'flex' }}>
      <Box sx={{ maxWidth: 760, width: '100%', m: 'auto' }}>
        <Typography variant="h1" sx={{ mb: 1 }}>
          Inventories
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 3, fontSize: '0.875rem', maxWidth: 600 }}>
          An inventory lists the keys of your environments as they were at one moment, without any secret. It
          can be reviewed on a computer that reaches no console, and what is decided there is executed by
          someone who does.
        </Typography>
        {children}
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 2 }}>
          <Way
            title="Review a file"
            text="A .keydesk file or a CSV. You may also drop it anywhere on this window. Nothing is sent anywhere."
            action={<OpenButton />}
          />
          {ways.map((way) => (
            <Way key={way.title} {...way} />
          ))}
        </Box>
      </Box>
    </Box>
  );
}

function OpenButton(): ReactNode {
  const { run, busy } = useOfferFile();
  const notify = useNotify();
  const choose = async (): Promise<void> => {
    const outcome = await run();
    if (!outcome.ok) notify(outcome.error.message, 'error');
  };
  return (
    <Button
      variant="contained"
      startIcon={<Icon path={mdiFolderOpenOutline} />}
      loading={busy}
      loadingPosition="start"
      onClick={() => void choose()}
    >
      Open inventory
    </Button>
  );
}
