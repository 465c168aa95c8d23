import { useState, type ReactNode } from 'react';
import type { EnvironmentRef } from '@core/domain/environment';
import { useRoles, type RoleView } from '@renderer/api/queries';
import type { FieldProps } from '@renderer/shared/FieldFrame';
import { SelectInput, type Option } from '@renderer/shared/SelectInput';
import { TextInput } from '@renderer/shared/TextInput';

export interface RoleFieldProps extends FieldProps {
  environment: EnvironmentRef;
  value: string;
  onChange: (value: string) => void;
}

/** Stands for "none of these"; no role is called so, since roles are words. */
const OTHER = '\u0000other';

/** One of the environment's roles, or any other by name: the list may be out of reach, and it may be incomplete. */
export function RoleField({ environment, value, onChange, ...field }: RoleFieldProps): ReactNode {
  const { data, loading, error } = useRoles(environment);
  const [other, setOther] = useState(false);
  const known = data ?? [];
  if (known.length === 0 && !loading) {
    const help = error
      ? `The roles could not be read (${error.message}) Type the name exactly.`
      : 'Type the name exactly.';
    return <TextInput {...field} help={help} value={value} onChange={onChange} maxLength={200} />;
  }
  const choose = (chosen: string): void => {
    setOther(chosen === OTHER);
    onChange(chosen === OTHER ? '' : chosen);
  };
  return (
    <>
      <SelectInput
        {...field}
        problem={other ? null : field.problem}
        value={other ? OTHER : value}
        options={roleOptions(known, value, other)}
        onChange={choose}
      />
      {other && (
        <TextInput
          label={`Other ${field.label.toLowerCase()}`}
          problem={field.problem}
          disabled={field.disabled ?? false}
          value={value}
          onChange={onChange}
          maxLength={200}
          autoFocus
        />
      )}
    </>
  );
}

/** The roles of the environment, the present value even when it is not among them, and the way out. */
function roleOptions(roles: readonly RoleView[], value: string, other: boolean): Option<string>[] {
  const options = roles.map(({ name, description }) => ({ value: name, label: name, note: description }));
  const missing = !other && value !== '' && !roles.some(({ name }) => name === value);
  return [
    ...(missing ? [{ value, label: value }] : []),
    ...options,
    { value: OTHER, label: 'Other…', note: 'A role that is not in this list' },
  ];
}
