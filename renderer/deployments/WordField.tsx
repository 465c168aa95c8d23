import type { ReactNode } from 'react';
import { TextInput } from '@renderer/shared/TextInput';

export interface WordFieldProps {
  readonly word: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
}

/** The word that production asks for. */
export function WordField({ word, value, problem, onChange }: WordFieldProps): ReactNode {
  return (
    <TextInput
      label={`Type ${word} to confirm`}
      help="This place is production."
      problem={problem}
      value={value}
      onChange={onChange}
      maxLength={60}
      code
    />
  );
}
