import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useCallback, useId, useState, type ReactNode } from 'react';
import { vendorInfo, type VendorInfo } from '@core/domain/vendor';
import { useConsoles } from '@renderer/api/queries';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CopyButton } from '@renderer/shared/CopyButton';
import { Notice } from '@renderer/shared/Notice';
import type { UsageRequest } from '@renderer/shared/place-dialogs';
import { SelectInput } from '@renderer/shared/SelectInput';
import { SecretSwitch } from './SecretSwitch';
import { SnippetText } from './SnippetText';
import { wayText } from './usage-text';
import { useUsage, type Usage } from './use-usage';

export interface UsageDialogProps {
  readonly request: UsageRequest;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** *How to use this key*: examples in several languages, with a placeholder until the operator shows the key. */
export function UsageDialog({ request, open, onClose }: UsageDialogProps): ReactNode {
  const { data: consoles = [] } = useConsoles();
  const console = consoles.find(({ id }) => id === request.environment.consoleId);
  return (
    <AppDialog
      open={open}
      title="How to use this key"
      description={request.name}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose}>
          Close
        </Button>
      }
    >
      {/* A closed dialog must show nothing while it goes. */}
      {open && console !== undefined && <Examples request={request} vendor={vendorInfo(console.vendor)} />}
    </AppDialog>
  );
}

interface ExamplesProps {
  readonly request: UsageRequest;
  readonly vendor: VendorInfo;
}

function Examples({ request, vendor }: ExamplesProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  const onError = useCallback((text: string) => setProblem(text), []);
  const usage = useUsage(request, vendor.use, onError);
  const { chosen, way, shown } = usage;
  const sentBy = vendor.use.ways[way];
  const panel = useId();
  return (
    <>
      <Kinds usage={usage} panel={panel} />
      <Box role="tabpanel" id={panel} aria-labelledby={`${panel}-${chosen.id}`} sx={LOOKS}>
        <Ways usage={usage} vendor={vendor} />
        {sentBy !== undefined && <Typography>{wayText(sentBy)}</Typography>}
        <SnippetText
          use={vendor.use}
          snippet={chosen.id}
          way={way}
          endpoint={request.environment.endpoint ?? ''}
          name={request.environment.name}
          box={shown?.box ?? null}
        />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <CopyButton label="Copy" what="The example" look="button" onCopy={usage.copy} />
          <SecretSwitch usage={usage} />
        </Box>
        {problem !== null && (
          <Notice tone="error" role="alert" title="The key could not be shown">
            <Typography>{problem}</Typography>
          </Notice>
        )}
        {request.environment.endpoint === undefined && (
          <Notice tone="info">The API endpoint is not known here: put yours into the example.</Notice>
        )}
      </Box>
    </>
  );
}

const LOOKS = { display: 'flex', flexDirection: 'column', gap: 1.5 } as const;

function Kinds({ usage, panel }: { usage: Usage; panel: string }): ReactNode {
  const { snippets, chosen, choose } = usage;
  return (
    <Tabs
      value={chosen.id}
      onChange={(_event, id: string) => choose(id)}
      variant="scrollable"
      aria-label="Examples"
      sx={{ minHeight: 36, borderBottom: 1, borderColor: 'house.line' }}
    >
      {snippets.map(({ id, label }) => (
        <Tab
          key={id}
          value={id}
          label={label}
          id={`${panel}-${id}`}
          aria-controls={panel}
          sx={{ minHeight: 36, px: 1.25 }}
        />
      ))}
    </Tabs>
  );
}

function Ways({
  usage: { chosen, way, chooseWay },
  vendor,
}: {
  usage: Usage;
  vendor: VendorInfo;
}): ReactNode {
  if (chosen.ways.length < 2) return null;
  const options = chosen.ways.map((place) => ({
    value: String(place),
    label: `${vendor.use.ways[place]?.label ?? ''}: ${nameOf(vendor, place)}`,
  }));
  return (
    <SelectInput
      label="Sent in"
      value={String(way)}
      options={options}
      onChange={(place) => chooseWay(Number(place))}
    />
  );
}

function nameOf({ use }: VendorInfo, place: number): string {
  const way = use.ways[place];
  return way === undefined || way.kind === 'code' ? '' : way.name;
}
