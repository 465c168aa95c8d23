import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiLinkVariantPlus, mdiPencilOutline } from '@mdi/js';
import { useId, useState, type ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { useCopyEndpoint } from '@renderer/api/environment-mutations';
import { EndpointDialog } from '@renderer/environments/EndpointDialog';
import { CopyButton } from '@renderer/shared/CopyButton';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { Mono } from '@renderer/shared/Mono';

export interface EndpointFieldProps {
  environment: Environment;
  /** The console does not say where its keys are used; the operator does. */
  byOperator: boolean;
}

/** Where keys of an environment are used, with *Copy endpoint*; the way to enter it where nobody knows. */
export function EndpointField({ environment, byOperator }: EndpointFieldProps): ReactNode {
  const [turn, setTurn] = useState(0);
  const [open, setOpen] = useState(false);
  const enter = (): void => {
    setTurn(turn + 1);
    setOpen(true);
  };
  return (
    <>
      {environment.endpoint !== undefined && (
        <Known environment={environment} endpoint={environment.endpoint} onEdit={byOperator ? enter : null} />
      )}
      {environment.endpoint === undefined && byOperator && (
        <Button variant="outlined" startIcon={<Icon path={mdiLinkVariantPlus} />} onClick={enter}>
          Enter the API endpoint
        </Button>
      )}
      {byOperator && (
        <EndpointDialog key={turn} environment={environment} open={open} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface KnownProps {
  environment: Environment;
  endpoint: string;
  onEdit: (() => void) | null;
}

function Known({ environment, endpoint, onEdit }: KnownProps): ReactNode {
  const { run } = useCopyEndpoint();
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} sx={{ minWidth: 0, flex: '0 1 auto', maxWidth: '100%' }}>
      <Typography
        id={id}
        variant="caption"
        color="textSecondary"
        component="div"
        sx={{ minHeight: 22, pt: 0.25 }}
      >
        API endpoint
      </Typography>
      <Box sx={FRAME}>
        <Mono>{endpoint}</Mono>
        <CopyButton label="Copy endpoint" what="The endpoint" onCopy={() => run(environment)} />
        {onEdit !== null && (
          <IconAction label="Edit endpoint" icon={mdiPencilOutline} size="small" onClick={onEdit} />
        )}
      </Box>
    </Box>
  );
}

const FRAME = {
  display: 'flex',
  alignItems: 'center',
  gap: 0.5,
  height: 30,
  pl: 1.25,
  pr: 0.25,
  border: 1,
  borderColor: 'house.line',
  borderRadius: 1,
  backgroundColor: 'house.sunken',
} as const;
