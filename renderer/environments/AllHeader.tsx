import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { listed, plural } from '@core/text/format';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';

/** What the table of all environments takes in, and what is missing from it. */
export function AllHeader({
  known,
  tools,
}: {
  known: readonly ConsoleEnvironments[];
  /** What can be done with all of them, at the end of the header. */
  tools?: ReactNode;
}): ReactNode {
  const environments = known.reduce((sum, { environments: { data = [] } }) => sum + data.length, 0);
  const failed = known.filter(({ environments: { error, data } }) => error !== null && data === undefined);
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'flex-end',
        gap: 2,
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'house.line',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="caption" color="textSecondary" component="div" sx={{ minHeight: 22, pt: 0.25 }}>
          {plural(environments, 'environment')} on {plural(known.length - failed.length, 'console')}
        </Typography>
        <Typography variant="h1" sx={{ fontSize: '1.1875rem' }}>
          All environments
        </Typography>
        {failed.length > 0 && (
          <Typography variant="caption" sx={{ color: 'error.main' }} component="div">
            Missing, because they cannot be reached: {listed(failed.map(({ console }) => console.label))}.
          </Typography>
        )}
      </Box>
      {tools}
    </Box>
  );
}
