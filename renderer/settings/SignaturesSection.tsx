import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { OwnKey, TrustedKey } from '@core/domain/signature';
import { groupedFingerprint } from '@core/text/fingerprint';
import { formatDate } from '@core/text/format';
import { useDistrust, useOwnKey, useTrustedKeys } from '@renderer/api/signing';
import { Section } from '@renderer/settings/Section';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { KeyFingerprint } from '@renderer/shared/KeyFingerprint';
import { Mono } from '@renderer/shared/Mono';

const WHY_NONE: Readonly<Record<Exclude<OwnKey['state'], 'ok'>, string>> = {
  locked:
    'The keychain is locked, and the key that signs is in it. Until it is unlocked, files are written unsigned.',
  unavailable: 'This computer has no keychain to keep a key in, so files are written unsigned.',
  unresponsive:
    'The keychain, which holds the key that signs, does not answer. Meanwhile files are written unsigned.',
  damaged:
    'The key that signs is damaged in the keychain, so files are written unsigned. Remove the item “signing-key” of Keydesk there to begin with a new key.',
};

/** The key that signs what is written here, and those whose signatures count. */
export function SignaturesSection(): ReactNode {
  const own = useOwnKey();
  const trusted = useTrustedKeys();
  return (
    <Section title="Signatures" note="So that whoever opens a file can see that nobody changed it.">
      {own.error !== null && <ErrorNotice error={own.error} onRetry={own.refresh} />}
      {own.data !== undefined && <Own own={own.data} />}
      {trusted.error !== null && <ErrorNotice error={trusted.error} onRetry={trusted.refresh} />}
      {trusted.data !== undefined && <Trusted keys={trusted.data} />}
    </Section>
  );
}

function Own({ own }: { own: OwnKey }): ReactNode {
  if (own.state !== 'ok') return <Typography>{WHY_NONE[own.state]}</Typography>;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Typography>
        Inventories and plans that this Keydesk writes are signed. The fingerprint of its key:
      </Typography>
      <KeyFingerprint fingerprint={own.fingerprint} />
      <Typography variant="caption" color="textSecondary">
        Read it to whoever opens your files, on the phone or face to face, so that they can compare it.
      </Typography>
    </Box>
  );
}

function Trusted({ keys }: { keys: readonly TrustedKey[] }): ReactNode {
  const id = useId();
  const { run, busy, error } = useDistrust();
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" id={id}>
        Keys you trust
      </Typography>
      {keys.length === 0 && (
        <Typography color="textSecondary">
          None yet. A key is trusted where a file that it signed is open.
        </Typography>
      )}
      <Box component="ul" aria-labelledby={id} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {keys.map((key) => (
          <Row key={key.fingerprint} known={key} busy={busy} onRemove={() => void run(key)} />
        ))}
      </Box>
      {error !== null && <ErrorNotice error={error} title="The key is still trusted" />}
    </Box>
  );
}

function Row({
  known,
  busy,
  onRemove,
}: {
  known: TrustedKey;
  busy: boolean;
  onRemove: () => void;
}): ReactNode {
  const { name, fingerprint, trustedAt } = known;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        py: 1,
        borderBottom: 1,
        borderColor: 'house.line',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography>
          {name}{' '}
          <Typography component="span" variant="caption" color="textSecondary">
            since {formatDate(trustedAt)}
          </Typography>
        </Typography>
        <Mono wrap>{groupedFingerprint(fingerprint)}</Mono>
      </Box>
      <Button
        size="small"
        variant="outlined"
        disabled={busy}
        aria-label={`Remove ${name}`}
        onClick={onRemove}
      >
        Remove
      </Button>
    </Box>
  );
}
