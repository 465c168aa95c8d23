import type { AppError } from '@core/domain/app-error';
import { originsOf } from '@renderer/consoles/console-origins-form';
import { methodOf, type ConsoleForm, type FormProblems } from '@renderer/consoles/console-form';

const OWN_FIELDS = ['label', 'baseUrl', 'method', 'caPem'];

/** A failure as the problem of the field it belongs to; empty when it belongs to none that is in the form. */
export function problemAtField({ message, facts }: AppError, form: ConsoleForm): FormProblems {
  const fields = [...OWN_FIELDS, ...[...(methodOf(form)?.fields ?? []), ...originsOf(form)].map(nameOf)];
  return facts.field !== undefined && fields.includes(facts.field) ? { [facts.field]: message } : {};
}

const nameOf = ({ name }: { readonly name: string }): string => name;
