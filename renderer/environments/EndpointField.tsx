import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { useCopyEndpoint } from '@renderer/api/environment-mutations';
import { CopyButton } from '@renderer/shared/CopyButton';
import { Mono } from '@renderer/shared/Mono';

/** Where keys of an environment are used, with *Copy endpoint*. */
export function EndpointField({
  environment,
  endpoint,
}: {
  environment: Environment;
  endpoint: string;
}): ReactNode {
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
      <Box
        sx={{
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
        }}
      >
        <Mono>{endpoint}</Mono>
        <CopyButton label="Copy endpoint" what="The endpoint" onCopy={() => run(environment)} />
      </Box>
    </Box>
  );
}
