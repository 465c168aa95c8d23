import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiClipboardSearchOutline, mdiShieldLockOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Card } from '@renderer/leak/Card';
import type { GoTo } from '@renderer/leak/leak-place';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Icon } from '@renderer/shared/Icon';
import { Notice } from '@renderer/shared/Notice';
import { FoundText } from './FoundText';
import { useFind, type Find } from './use-find';

export interface FindCardProps {
  readonly addTo: string | undefined;
  readonly goTo: GoTo;
}

const NOTE =
  'Copy whatever you have: the key, a header, a curl command, a cookie, a log line, a hash or an id. Keydesk searches every console for it.';
const NOTE_AGAIN =
  'Keydesk forgets a leaked key when it is locked or closed. Copy it once more, or the text it was found in, and the trials go on.';

/** The two ways to search, and what becomes of the text. */
export function FindCard({ addTo, goTo }: FindCardProps): ReactNode {
  const find = useFind(addTo, goTo);
  const again = addTo !== undefined;
  return (
    <Card title={again ? 'The key that leaked' : 'Find a leaked key'} note={again ? NOTE_AGAIN : NOTE}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.75 }}>
        <Box>
          <Button
            variant="contained"
            size="large"
            startIcon={<Icon path={mdiClipboardSearchOutline} />}
            loading={find.busy}
            onClick={find.fromClipboard}
          >
            Search clipboard
          </Button>
        </Box>
        <FoundText busy={find.busy} onSubmit={find.fromText} />
        <Said find={find} />
        <Promised />
      </Box>
    </Card>
  );
}

function Said({ find: { error, nothing } }: { find: Find }): ReactNode {
  if (error !== null) return <ErrorNotice title="Nothing was searched" error={error} />;
  if (!nothing) return null;
  return (
    <Notice tone="info" role="status" title="Nothing to look for">
      <Typography>
        There is no text in it that could be a key, a hash or an id. Copy a little more.
      </Typography>
    </Notice>
  );
}

function Promised(): ReactNode {
  return (
    <Box sx={{ display: 'flex', gap: 1, color: 'text.secondary' }}>
      <Box sx={{ lineHeight: 0, pt: '1px' }}>
        <Icon path={mdiShieldLockOutline} size="small" />
      </Box>
      <Typography variant="caption">
        What you paste stays in this computer’s memory: it is written to no file, log or record, and compared
        here. It is sent only to prove a key dead, to the endpoint where that key is used. This box is cleared
        at once; memory is given back, which is not the same as wiped.
      </Typography>
    </Box>
  );
}
