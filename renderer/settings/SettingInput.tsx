import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useSetting, type ReadSetting, type TypedSetting } from '@renderer/settings/use-setting';
import { TextInput } from '@renderer/shared/TextInput';

interface Looks {
  label: string;
  help: ReactNode;
  /** Narrow, for numbers. */
  number?: { readonly min: number; readonly max: number };
  placeholder?: string;
}

export interface SettingInputProps extends Looks {
  kept: string;
  read: ReadSetting;
}

/** A setting to type; Enter or leaving the field keeps it. */
export function SettingInput({ kept, read, ...looks }: SettingInputProps): ReactNode {
  return <TypedInput setting={useSetting(kept, read)} {...looks} />;
}

export interface TypedInputProps extends Looks {
  setting: TypedSetting;
}

/** The field of whatever is kept when it is left. */
export function TypedInput({
  setting: { value, problem, onChange, commit },
  label,
  help,
  number,
  placeholder = '',
}: TypedInputProps): ReactNode {
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
