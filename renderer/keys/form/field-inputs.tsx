import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { Instant } from '@core/domain/instant';
import type { DraftField, KeyFact } from '@core/domain/vendor';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { CheckInput } from '@renderer/shared/CheckInput';
import { TextInput } from '@renderer/shared/TextInput';
import { ChoiceCards } from './ChoiceCards';
import { DaysField } from './DaysField';
import { DescriptionField } from './DescriptionField';
import { ExpiryField } from './ExpiryField';
import { HostsField } from './HostsField';
import type { KeyFieldsProps } from './KeyFields';
import { RoleField } from './RoleField';
import { SecretField } from './SecretField';
import { SwitchField } from './SwitchField';
import { TypeField } from './TypeField';

/** As much as one field of a draft may carry to main: pasted text is kept whole, so that the message can say how much too long it is. */
const MOST_TYPED = 20_000;

export interface FieldInputProps extends KeyFieldsProps {
  readonly field: DraftField;
  /** Where the form begins. */
  readonly first: boolean;
}

type FieldInput = (props: FieldInputProps) => ReactNode;

/** What every input is given of its field. */
const frame = ({ field: { label, help }, disabled }: FieldInputProps) => ({
  label,
  disabled,
  ...(help !== undefined && { help }),
});

const NameInput: FieldInput = (props) => (
  <TextInput
    {...frame(props)}
    problem={props.state.problems.name}
    value={props.state.form.name}
    onChange={(name) => props.state.change({ name })}
    autoFocus={props.first}
    maxLength={MOST_TYPED}
  />
);

const DescriptionInput: FieldInput = (props) => (
  <DescriptionField
    {...frame(props)}
    problem={props.state.problems.description}
    value={props.state.form.description}
    onChange={(description) => props.state.change({ description })}
    maxLength={MOST_TYPED}
  />
);

const TypeInput: FieldInput = (props) => (
  <TypeField
    {...frame(props)}
    problem={props.state.problems.type}
    value={props.state.form.type}
    onChange={(type) => props.state.change({ type })}
  />
);

/** A closed set of roles is in sight; others are those of the environment. */
const RoleInput: FieldInput = (props) => {
  const { state, field, place } = props;
  const role = {
    ...frame(props),
    problem: state.problems.role,
    value: state.form.role,
    onChange: (chosen: string) => state.change({ role: chosen }),
  };
  if (field.choices === undefined)
    return <RoleField {...role} environment={environmentRefOf(place.environment)} />;
  return (
    <ChoiceCards {...role} cards={field.choices.map((choice) => ({ ...choice, label: choice.value }))} />
  );
};

const ExpiryInput: FieldInput = (props) => (
  <ExpiryField
    {...frame(props)}
    problem={props.state.problems.expiresAt}
    value={props.state.form.expiry}
    onChange={(expiry) => props.state.change({ expiry })}
    maxValidityDays={props.place.environment.maxValidityDays}
    from={props.state.openedAt}
    present={props.present?.expiresAt}
    until={lives(props.like, props.state.openedAt)}
  />
);

/** Until when another key lives; undefined where that is for ever, over, or not known. */
const lives = (key: ApiKey | undefined, now: number): Instant | undefined =>
  Date.parse(key?.expiresAt ?? '') > now ? key?.expiresAt : undefined;

const DaysInput: FieldInput = (props) => (
  <DaysField
    {...frame(props)}
    problem={props.state.problems.validDays}
    value={props.state.form.validDays}
    onChange={(validDays) => props.state.change({ validDays })}
    maxValidityDays={props.place.environment.maxValidityDays}
    from={props.state.openedAt}
  />
);

const HostsInput: FieldInput = (props) => {
  const { place, state } = props;
  if (place.traits.hostSyntax === null) return null;
  return (
    <HostsField
      {...frame(props)}
      problem={state.problems.allowedHosts}
      hosts={state.form.hosts}
      text={state.form.hostText}
      syntax={place.traits.hostSyntax}
      onChange={(hosts, hostText) => state.change({ hosts, hostText })}
    />
  );
};

const ActiveInput: FieldInput = (props) => (
  <SwitchField
    {...frame(props)}
    on={props.state.form.active}
    onChange={(active) => props.state.change({ active })}
  />
);

const SecretInput: FieldInput = (props) => {
  const { state, place, first } = props;
  return (
    <SecretField
      {...frame(props)}
      problem={state.problems.secret}
      value={state.form.secret}
      onChange={(secret) => state.change({ secret })}
      maxLength={MOST_TYPED}
      autoFocus={first}
      {...(place.traits.secret.source === 'either' && { generate: state.form.generate })}
      // What was typed is given up with the wish to type it.
      onGenerate={(generate) => state.change({ generate, secret: '' })}
    />
  );
};

const KeepInput: FieldInput = (props) => (
  <CheckInput
    {...frame(props)}
    checked={props.state.form.keepSecret}
    onChange={(keepSecret) => props.state.change({ keepSecret })}
  />
);

/** How each fact is asked for. Facts without an entry are not asked for. */
export const FIELD_INPUTS: Partial<Record<KeyFact, FieldInput>> = {
  name: NameInput,
  description: DescriptionInput,
  type: TypeInput,
  role: RoleInput,
  expiresAt: ExpiryInput,
  validDays: DaysInput,
  allowedHosts: HostsInput,
  active: ActiveInput,
  secret: SecretInput,
  keepSecret: KeepInput,
};
