import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { mdiClose } from '@mdi/js';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { HostSyntax } from '@core/domain/hosts';
import { describedBy, FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';
import { IconAction } from '@renderer/shared/IconAction';
import { MONO } from '@renderer/theme/tokens';
import { enterHosts } from './host-entry';

export interface HostsFieldProps extends FieldProps {
  hosts: readonly string[];
  /** What is typed and not yet in the list. */
  text: string;
  syntax: HostSyntax;
  onChange: (hosts: readonly string[], text: string) => void;
}

const SEPARATOR = /[\s,;]/;

/** What no further letter can turn into an address; anything else is left alone while it is being typed. */
const HOPELESS = /[^0-9a-f.:/]/i;

/** Addresses as chips. A separator or Enter takes a typed address into the list, or says why it cannot be taken. */
export function HostsField({ hosts, text, syntax, onChange, ...field }: HostsFieldProps): ReactNode {
  const id = useId();
  const [tried, setTried] = useState('');
  const enter = (typed: string): void => {
    const entry = enterHosts(hosts, typed, syntax);
    setTried(entry.rest);
    onChange(entry.hosts, entry.rest);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      enter(text);
    }
    if (event.key === 'Backspace' && text === '') onChange(hosts.slice(0, -1), '');
  };
  const final = text !== '' && (text === tried || HOPELESS.test(text));
  const problem = field.problem ?? (final ? enterHosts(hosts, text, syntax).problem : null);
  const described = { problem, help: field.help };
  return (
    <FieldFrame id={id} label={field.label} {...described} disabled={field.disabled ?? false}>
      <Chips hosts={hosts} onChange={(kept) => onChange(kept, text)} />
      <OutlinedInput
        id={id}
        size="small"
        value={text}
        onChange={({ target: { value } }) => (SEPARATOR.test(value) ? enter(value) : onChange(hosts, value))}
        onKeyDown={press}
        onBlur={() => enter(text)}
        placeholder={hosts.length === 0 ? 'Any host' : 'Add another address'}
        autoComplete="off"
        spellCheck={false}
        inputProps={describedBy(id, described)}
        sx={{ '& input:not(:placeholder-shown)': { fontFamily: MONO } }}
      />
    </FieldFrame>
  );
}

interface ChipsProps {
  readonly hosts: readonly string[];
  readonly onChange: (hosts: readonly string[]) => void;
}

function Chips({ hosts, onChange }: ChipsProps): ReactNode {
  if (hosts.length === 0) return null;
  return (
    <Box
      role="list"
      aria-label="Allowed addresses"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mb: 1 }}
    >
      {hosts.map((host) => (
        <HostChip key={host} host={host} onRemove={() => onChange(hosts.filter((other) => other !== host))} />
      ))}
    </Box>
  );
}

function HostChip({ host, onRemove }: { host: string; onRemove: () => void }): ReactNode {
  return (
    <Box
      role="listitem"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.25,
        pl: 1,
        border: 1,
        borderColor: 'house.line',
        borderRadius: 1,
        backgroundColor: 'house.sunken',
        fontFamily: MONO,
        fontSize: '0.75rem',
      }}
    >
      {host}
      <IconAction label={`Remove ${host}`} icon={mdiClose} size="small" onClick={onRemove} />
    </Box>
  );
}
