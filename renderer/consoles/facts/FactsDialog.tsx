import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Facts } from '@renderer/shared/Facts';
import { Mono } from '@renderer/shared/Mono';
import { addressesOf } from './addresses';
import { FactsPart } from './FactsPart';
import { RoutesPart } from './RoutesPart';

export interface FactsDialogProps {
  readonly console: ConsoleView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** *Facts and routes*: what Keydesk relies on at a console, and what of it the operator can change. */
export function FactsDialog({ console, open, onClose }: FactsDialogProps): ReactNode {
  const vendor = vendorInfo(console.vendor);
  return (
    <AppDialog
      open={open}
      title="Facts and routes"
      description={`${console.label} · ${vendor.label}`}
      closedBy="escape"
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose}>
          Close
        </Button>
      }
    >
      {vendor.routes.length > 0 && (
        <Part
          title="Routes"
          note="The vendor does not document these. Keydesk uses those below; you can correct them."
        >
          <RoutesPart console={console} />
        </Part>
      )}
      <Part title="Addresses in use">
        <Addresses console={console} />
      </Part>
      <Part title="When an answer is unclear">
        <Typography>{vendor.reconcile}</Typography>
      </Part>
      <Part title="What Keydesk relies on">
        <FactsPart facts={vendor.facts} />
      </Part>
    </AppDialog>
  );
}

function Addresses({ console }: { console: ConsoleView }): ReactNode {
  if (console.practice)
    return <Typography color="textSecondary">Built in: on this computer, new at every start.</Typography>;
  const facts = addressesOf(console).map(({ name, url, derived }) => ({
    name,
    value: (
      <>
        <Mono wrap>{url}</Mono>
        {derived && (
          <Typography component="span" variant="caption" color="textSecondary">
            {' '}
            told from the console URL
          </Typography>
        )}
      </>
    ),
  }));
  return <Facts facts={facts} />;
}

interface PartProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

function Part({ title, note, children }: PartProps): ReactNode {
  return (
    <Box component="section" sx={{ '& + &': { pt: 2, borderTop: 1, borderColor: 'house.line' } }}>
      <Typography variant="h3" sx={{ mb: note === undefined ? 1 : 0.25 }}>
        {title}
      </Typography>
      {note !== undefined && (
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          {note}
        </Typography>
      )}
      {children}
    </Box>
  );
}
