import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { IncidentKey, IncidentView } from '@core/domain/incident';
import { useKnownKeys } from '@renderer/api/known-key';
import { Mark } from '@renderer/leak/marks';
import type { Place } from '@renderer/shared/place';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';
import { isRelapsed } from './incident-keys';
import { KeyButtons } from './KeyButtons';
import { Radius } from './Radius';
import { proofText, stateSay } from './proof-text';

export interface KeyCardProps {
  readonly incident: IncidentView;
  readonly leaked: IncidentKey;
  /** Absent where its environment is not known any more. */
  readonly place: Place | undefined;
  /** Null where there is nothing to choose. */
  readonly ticked: boolean | null;
  readonly onTick: (ticked: boolean) => void;
  /** Leads to where the key is pasted again. */
  readonly onPaste: () => void;
}

/** One leaked key: how it stands, what its console answered, what the trials show, and what can be done. */
export function KeyCard({ incident, leaked, place, ticked, onTick, onPaste }: KeyCardProps): ReactNode {
  const id = useId();
  const { proof, answer, replacedBy } = leaked;
  const known = useKnownKeys()(leaked.key);
  const recordOnly = place?.traits.secret.shown === 'kept';
  return (
    <Box component="li" aria-labelledby={`${id}-name`} sx={cardOf(isRelapsed(leaked))}>
      {ticked !== null && (
        <Checkbox
          checked={ticked}
          onChange={(event) => onTick(event.target.checked)}
          slotProps={{ input: { 'aria-labelledby': `${id}-name` } }}
          sx={{ alignSelf: 'flex-start', mt: -0.5, ml: -1 }}
        />
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Heading id={id} leaked={leaked} />
        <Where leaked={leaked} />
        {answer !== undefined && !recordOnly && <Line>{answer}</Line>}
        {recordOnly && proof?.state !== 'dead' && <Line>{RECORD_ONLY}</Line>}
        {replacedBy !== undefined && <Line>Replaced by {replacedBy}.</Line>}
        {proof !== null && <Line strong>{proofText(proof)}</Line>}
        {proof?.state === 'refused' && (
          <LinearProgress
            aria-label="Refusals so far"
            variant="determinate"
            value={Math.min(100, proof.refusals * 20)}
            sx={{ height: 3, borderRadius: 1, mt: 1, maxWidth: 320 }}
          />
        )}
        {known !== undefined && <Radius apiKey={known} leaked={leaked} place={place} />}
        <KeyButtons incident={incident} leaked={leaked} place={place} onPaste={onPaste} />
      </Box>
    </Box>
  );
}

const RECORD_ONLY =
  'Keydesk only keeps a record of this key. Stop it in the console of its vendor, then try it here.';

const cardOf = (alarming: boolean) =>
  ({
    display: 'flex',
    gap: 0.5,
    p: 2,
    border: 1,
    borderColor: alarming ? 'error.main' : 'house.line',
    borderRadius: '10px',
    backgroundColor: 'background.paper',
  }) as const;

interface HeadingProps {
  readonly id: string;
  readonly leaked: IncidentKey;
}

function Heading({ id, leaked }: HeadingProps): ReactNode {
  const { text, color } = stateSay(leaked);
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1.25 }}>
      <Typography
        id={`${id}-name`}
        variant="h3"
        component="h2"
        sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        <bdi>{leaked.name}</bdi>
      </Typography>
      <Mark color={color}>{text}</Mark>
    </Box>
  );
}

const TYPES = { standard: 'Standard', administration: 'Administration' } as const;

function Where({ leaked }: { leaked: IncidentKey }): ReactNode {
  const { vendor, environmentName, consoleName, production, type, role, verdict } = leaked;
  const about = [
    ...(type === null ? [] : [TYPES[type]]),
    ...(role === null ? [] : [role]),
    ...(verdict === 'probable' ? ['probable'] : []),
  ];
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 0.75,
        color: 'text.secondary',
        mt: 0.25,
        mb: 0.5,
      }}
    >
      <VendorMark vendor={vendor} size={16} />
      <span>
        {environmentName} ({consoleName})
      </span>
      {production && <ProductionMark />}
      {about.length > 0 && <span>· {about.join(' · ')}</span>}
    </Box>
  );
}

function Line({ children, strong = false }: { children: ReactNode; strong?: boolean }): ReactNode {
  return (
    <Typography
      color={strong ? 'textPrimary' : 'textSecondary'}
      sx={{ mt: 0.5, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}
    >
      {children}
    </Typography>
  );
}
