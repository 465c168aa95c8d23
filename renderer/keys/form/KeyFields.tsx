import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { DraftField, KeyFact } from '@core/domain/vendor';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { TextInput } from '@renderer/shared/TextInput';
import type { Place } from '@renderer/keys/place';
import { ExpiryField } from './ExpiryField';
import { HostsField } from './HostsField';
import { FORM_FACTS } from './key-form';
import { RoleField } from './RoleField';
import { TypeField } from './TypeField';
import type { KeyFormState } from './use-key-form';

export interface KeyFieldsProps {
  readonly place: Place;
  readonly state: KeyFormState;
  /** The facts to ask for; the vendor's fields decide which of them exist. */
  readonly only?: readonly KeyFact[];
  readonly disabled: boolean;
  /** For a key that exists: what it has now. */
  readonly present?: ApiKey;
}

/** The inputs of a key, as its vendor has them and in its words. */
export function KeyFields(props: KeyFieldsProps): ReactNode {
  const { place, state, only } = props;
  const fields = place.traits.fields.filter(({ fact }) => only?.includes(fact) ?? true);
  return fields.map((field, at) => {
    const Input = INPUTS[field.fact];
    return (
      Input && (
        <div key={field.fact} onBlur={() => leave(state, field)}>
          <Input {...props} field={field} first={at === 0} />
        </div>
      )
    );
  });
}

/** As much as one field of a draft may carry to main. */
const MOST_TYPED = 20_000;

const leave = (state: KeyFormState, { fact }: DraftField): void => {
  const asked = FORM_FACTS.find((known) => known === fact);
  if (asked !== undefined) state.leave(asked);
};

interface FieldInputProps extends KeyFieldsProps {
  readonly field: DraftField;
  readonly first: boolean;
}

/** How each fact is asked for. Facts without an entry are not asked for. */
const INPUTS: Partial<Record<KeyFact, (props: FieldInputProps) => ReactNode>> = {
  name: NameInput,
  type: TypeInput,
  role: RoleInput,
  expiresAt: ExpiryInput,
  allowedHosts: HostsInput,
};

function NameInput({ state, disabled, field, first }: FieldInputProps): ReactNode {
  return (
    <TextInput
      label={field.label}
      help={field.help}
      disabled={disabled}
      problem={state.problems.name}
      value={state.form.name}
      onChange={(name) => state.change({ name })}
      autoFocus={first}
      // Pasted text is kept whole, so that the message can say how much too long it is.
      maxLength={MOST_TYPED}
    />
  );
}

function TypeInput({ state, disabled, field }: FieldInputProps): ReactNode {
  return (
    <TypeField
      label={field.label}
      disabled={disabled}
      problem={state.problems.type}
      value={state.form.type}
      onChange={(type) => state.change({ type })}
    />
  );
}

function RoleInput({ place, state, disabled, field }: FieldInputProps): ReactNode {
  return (
    <RoleField
      label={field.label}
      disabled={disabled}
      environment={environmentRefOf(place.environment)}
      problem={state.problems.role}
      value={state.form.role}
      onChange={(role) => state.change({ role })}
    />
  );
}

function ExpiryInput({ place, state, disabled, field, present }: FieldInputProps): ReactNode {
  return (
    <ExpiryField
      label={field.label}
      disabled={disabled}
      problem={state.problems.expiresAt}
      value={state.form.expiry}
      onChange={(expiry) => state.change({ expiry })}
      maxValidityDays={place.environment.maxValidityDays}
      from={state.openedAt}
      present={present?.expiresAt}
    />
  );
}

function HostsInput({ place, state, disabled, field }: FieldInputProps): ReactNode {
  if (place.traits.hostSyntax === null) return null;
  return (
    <HostsField
      label={field.label}
      help={field.help}
      disabled={disabled}
      problem={state.problems.allowedHosts}
      hosts={state.form.hosts}
      text={state.form.hostText}
      syntax={place.traits.hostSyntax}
      onChange={(hosts, hostText) => state.change({ hosts, hostText })}
    />
  );
}
