import type { FocusEvent, ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { DraftField, KeyFact } from '@core/domain/vendor';
import type { Place } from '@renderer/shared/place';
import { FIELD_INPUTS } from './field-inputs';
import { FORM_FACTS } from './key-form';
import type { KeyFormState } from './use-key-form';

export interface KeyFieldsProps {
  readonly place: Place;
  readonly state: KeyFormState;
  /** The facts to ask for; the vendor's fields decide which of them exist. */
  readonly only?: readonly KeyFact[];
  readonly disabled: boolean;
  /** For a key that exists: what it has now. */
  readonly present?: ApiKey;
  /** For a key that takes over from another. */
  readonly like?: ApiKey | undefined;
}

/** The inputs of a key, as its vendor has them and in its words. */
export function KeyFields(props: KeyFieldsProps): ReactNode {
  const { place, state, only } = props;
  const fields = place.traits.fields.filter(({ fact }) => only?.includes(fact) ?? true);
  return fields.map((field, at) => {
    const Input = FIELD_INPUTS[field.fact];
    return (
      Input && (
        <div key={field.fact} onBlur={(event) => leave(event, state, field)}>
          <Input {...props} field={field} first={at === 0} />
        </div>
      )
    );
  });
}

/** A field is left once the focus is on none of its parts; a message before that would move what is being clicked. */
function leave(
  { currentTarget, relatedTarget }: FocusEvent,
  state: KeyFormState,
  { fact }: DraftField,
): void {
  if (currentTarget.contains(relatedTarget)) return;
  const asked = FORM_FACTS.find((known) => known === fact);
  if (asked !== undefined) state.leave(asked);
}
