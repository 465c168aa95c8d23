import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import { CheckInput } from '@renderer/shared/CheckInput';

export interface EnvironmentPickProps {
  readonly environments: readonly Environment[];
  readonly consoles: readonly ConsoleView[];
  /** Keys of the ticked ones. */
  readonly picked: ReadonlySet<string>;
  readonly onChange: (picked: ReadonlySet<string>) => void;
}

/** Ticks for environments, console by console. */
export function EnvironmentPick({
  environments,
  consoles,
  picked,
  onChange,
}: EnvironmentPickProps): ReactNode {
  const toggle = (key: string, ticked: boolean): void => {
    const next = new Set(picked);
    if (ticked) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  return (
    <Box
      sx={{
        maxHeight: 220,
        overflow: 'auto',
        border: 1,
        borderColor: 'house.line',
        borderRadius: 1,
        px: 1.5,
        py: 1,
      }}
    >
      {consoles.map(({ id, label }) => (
        <OfConsole
          key={id}
          label={label}
          environments={environments.filter(({ consoleId }) => consoleId === id)}
          picked={picked}
          onToggle={toggle}
        />
      ))}
    </Box>
  );
}

interface OfConsoleProps extends Pick<EnvironmentPickProps, 'environments' | 'picked'> {
  readonly label: string;
  readonly onToggle: (key: string, ticked: boolean) => void;
}

function OfConsole({ label, environments, picked, onToggle }: OfConsoleProps): ReactNode {
  const id = useId();
  if (environments.length === 0) return null;
  return (
    <Box role="group" aria-labelledby={id} sx={{ display: 'flex', flexDirection: 'column' }}>
      <Typography variant="caption" color="textSecondary" id={id}>
        {label}
      </Typography>
      {environments.map((environment) => {
        const key = environmentKey(environment);
        const { name, parent } = environment;
        return (
          <CheckInput
            key={key}
            label={parent === undefined ? name : `${name} · ${parent}`}
            checked={picked.has(key)}
            onChange={(ticked) => onToggle(key, ticked)}
          />
        );
      })}
    </Box>
  );
}
