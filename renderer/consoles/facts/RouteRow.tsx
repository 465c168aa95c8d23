import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import {
  ROUTE_METHODS,
  type ProfileReport,
  type Route,
  type RouteSpec,
  type RouteState,
  type RouteTrial,
} from '@core/domain/route-profile';
import { MONO } from '@renderer/theme/tokens';
import { FROM, fromOf, problemOf } from './route-form';
import type { Routes } from './use-routes';

export interface RouteRowProps {
  readonly spec: RouteSpec;
  readonly routes: Routes;
  readonly report: ProfileReport;
}

const CODE = { fontFamily: MONO, fontSize: '0.8125rem' } as const;

/** One purpose with its route, where that comes from, and how trying it went. */
export function RouteRow({ spec, routes, report }: RouteRowProps): ReactNode {
  const { form, change, trials } = routes;
  const id = useId();
  const typed = form[spec.id] ?? { method: spec.likely.method, path: '' };
  const from = fromOf(spec, form, report);
  const problem = problemOf(spec, form);
  const trial = trials?.find((each) => each.id === spec.id);
  return (
    <Box role="group" aria-labelledby={`${id}-name`}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 0.5 }}>
        <Typography variant="subtitle2" component="h4" id={`${id}-name`}>
          {spec.purpose}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {FROM[from]}
        </Typography>
      </Box>
      <RouteInputs
        purpose={spec.purpose}
        likely={spec.likely.path}
        typed={typed}
        problem={problem}
        describedBy={`${id}-say`}
        onChange={(route) => change(spec.id, route)}
      />
      <Typography id={`${id}-say`} variant="caption" component="div" sx={{ mt: 0.25 }}>
        <Said spec={spec} from={from} problem={problem} trial={trial} />
      </Typography>
    </Box>
  );
}

interface RouteInputsProps {
  readonly purpose: string;
  readonly likely: string;
  readonly typed: Route;
  readonly problem: string | null;
  readonly describedBy: string;
  readonly onChange: (route: Route) => void;
}

function RouteInputs(props: RouteInputsProps): ReactNode {
  const { purpose, likely, typed, problem, describedBy, onChange } = props;
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Select
        size="small"
        value={typed.method}
        inputProps={{ 'aria-label': `Method: ${purpose}` }}
        onChange={(event) => onChange({ ...typed, method: event.target.value })}
        sx={{ width: 112, flex: 'none', ...CODE }}
      >
        {ROUTE_METHODS.map((method) => (
          <MenuItem key={method} value={method}>
            {method}
          </MenuItem>
        ))}
      </Select>
      <OutlinedInput
        size="small"
        fullWidth
        value={typed.path}
        error={problem !== null}
        placeholder={likely}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ ...typed, path: event.target.value.trim() })}
        inputProps={{
          'aria-label': `Path: ${purpose}`,
          'aria-describedby': describedBy,
          'aria-invalid': problem !== null,
          maxLength: 300,
        }}
        sx={CODE}
      />
    </Box>
  );
}

interface SaidProps {
  readonly spec: RouteSpec;
  readonly from: RouteState['from'];
  readonly problem: string | null;
  readonly trial: RouteTrial | undefined;
}

const COLORS: Record<RouteTrial['outcome'], string> = {
  works: 'success.main',
  fails: 'error.main',
  'not-tried': 'text.secondary',
};

function Said({ spec, from, problem, trial }: SaidProps): ReactNode {
  if (problem !== null)
    return (
      <Box component="span" role="alert" sx={{ color: 'error.main' }}>
        {problem}
      </Box>
    );
  if (trial !== undefined)
    return (
      <Box component="span" sx={{ color: COLORS[trial.outcome] }}>
        {trial.outcome === 'fails' && <strong>{failure(trial)} </strong>}
        {trial.message}
      </Box>
    );
  // Where a route comes from somewhere else, it is no matter why another one is likely.
  return from === 'likely' || from === 'unknown' ? (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {spec.source}.
    </Box>
  ) : null;
}

const failure = ({ status }: RouteTrial): string => (status === null ? 'Fails.' : `Fails (HTTP ${status}).`);
