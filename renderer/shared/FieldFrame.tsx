import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import type { ReactNode } from 'react';

/** What every field has. */
export interface FieldProps {
  /** Its visible and accessible name. */
  label: string;
  help?: ReactNode;
  /** What is wrong with the value; takes the place of the help. */
  problem?: string | null | undefined;
  disabled?: boolean;
}

export interface FieldFrameProps extends FieldProps {
  /** The id of the input, which also prefixes those of the texts. */
  id: string;
  /** `group` for fields of several inputs, `widget` for one that is no native input: both take the label by id. */
  kind?: 'input' | 'group' | 'widget';
  children: ReactNode;
}

/** The attributes an input needs to be described by its field's help or problem. */
export function describedBy(id: string, { help, problem }: Pick<FieldProps, 'help' | 'problem'>) {
  const described = (problem ?? help) !== undefined ? { 'aria-describedby': `${id}-help` } : {};
  return problem ? { ...described, 'aria-invalid': true } : described;
}

/** Label above, input, help or problem below. */
export function FieldFrame({
  id,
  label,
  help,
  problem,
  disabled,
  kind = 'input',
  children,
}: FieldFrameProps): ReactNode {
  const group = kind === 'group' ? { role: 'group', 'aria-labelledby': `${id}-label` } : {};
  const text = problem ?? help;
  return (
    <FormControl fullWidth error={Boolean(problem)} disabled={disabled ?? false} {...group}>
      <FormLabel
        id={`${id}-label`}
        {...(kind === 'input' ? { htmlFor: id } : { component: 'div' })}
        sx={{ mb: 0.75 }}
      >
        {label}
      </FormLabel>
      {children}
      {text !== undefined && text !== null && (
        <FormHelperText id={`${id}-help`} sx={{ mt: 0.75 }} {...(problem ? { role: 'alert' } : {})}>
          {text}
        </FormHelperText>
      )}
    </FormControl>
  );
}
