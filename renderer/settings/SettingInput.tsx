import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useSetting, type ReadSetting } from '@renderer/settings/use-setting';
import { TextInput } from '@renderer/shared/TextInput';

export interface SettingInputProps {
  label: string;
  help: ReactNode;
  kept: string;
  read: ReadSetting;
  /** Narrow, for numbers. */
  number?: { readonly min: number; readonly max: number };
  placeholder?: string;
}

/** A setting to type; Enter or leaving the field keeps it. */
export function SettingInput({
  label,
  help,
  kept,
  read,
  number,
  placeholder = '',
}: SettingInputProps): ReactNode {
  const { value, problem, onChange, commit } = useSetting(kept, read);
  const limits = number === undefined ? {} : { type: 'number' as const, ...number };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
      onBlur={commit}
      sx={{ maxWidth: 440 }}
    >
      <TextInput
        label={label}
        help={help}
        problem={problem}
        value={value}
        onChange={onChange}
        placeholder={placeholder}
        code={number === undefined}
        narrow={number !== undefined}
        {...limits}
      />
    </Box>
  );
}
