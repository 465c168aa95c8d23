import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useStatus } from '@renderer/api/queries';
import type { AppStatus } from '@renderer/api/types';
import { Section } from '@renderer/settings/Section';

const STATES: Record<NonNullable<AppStatus['keychain']>, string> = {
  ok: 'The keychain of this computer is open and holds your credentials.',
  locked: 'The keychain of this computer is locked.',
  unavailable: 'This computer has no keychain service that Keydesk can use.',
  unresponsive: 'The keychain of this computer does not answer.',
};

/** How the keychain is, and what nobody can promise about secrets. */
export function KeychainSection(): ReactNode {
  const { data: status } = useStatus();
  const state = status?.keychain ?? null;
  return (
    <Section title="Keychain">
      <Typography>
        {state === null ? 'The keychain has not been asked yet.' : STATES[state]}
        {status?.sessionOnly === true && ' Some credentials are in memory only and gone when Keydesk closes.'}
      </Typography>
      <Box>
        <Typography variant="subtitle2" component="h3">
          What Keydesk does not promise
        </Typography>
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25, color: 'text.secondary', lineHeight: 1.6 }}>
          <li>
            Programs that run under your account may read the same keychain and the clipboard. Keydesk cannot
            stop them.
          </li>
          <li>
            Clipboard managers and synchronised clipboards may keep what was copied after Keydesk cleared it.
          </li>
          <li>
            The idle lock clears secrets; it does not check who unlocks. Lock your computer’s session for
            that.
          </li>
          <li>Memory that held a secret is released, not provably overwritten.</li>
        </Box>
      </Box>
    </Section>
  );
}
