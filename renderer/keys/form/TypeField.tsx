import type { ReactNode } from 'react';
import { KEY_TYPES, type KeyType } from '@core/domain/api-key';
import type { FieldProps } from '@renderer/shared/FieldFrame';
import { typeText } from '@renderer/shared/key-facts';
import { ChoiceCards } from './ChoiceCards';

const MEANINGS: Readonly<Record<KeyType, string>> = {
  standard: 'For most uses: the role decides what the key may do.',
  administration: 'For developers of custom components: bypasses the role, full access to the data.',
};

const CARDS = KEY_TYPES.map((value) => ({ value, label: typeText(value), help: MEANINGS[value] }));

export interface TypeFieldProps extends FieldProps {
  value: KeyType;
  onChange: (value: KeyType) => void;
}

/** Standard or Administration, each with what it means. */
export const TypeField = (props: TypeFieldProps): ReactNode => <ChoiceCards {...props} cards={CARDS} />;
