import { AppError } from '@core/domain/app-error';
import type { KeyChanges } from '@core/domain/key-draft';
import {
  itemsOf,
  kindOf,
  plusItem,
  valueOf,
  withItem,
  withMember,
  withoutItem,
  withoutMembers,
} from './json-text';
import { canonical, markOf } from './mark';
import { RawSecret } from './schema';

/**
 * A configuration as it was read: the text of one flat JSON object, and the save it is of.
 * SECURITY: what Keydesk does not know is never read into objects and written again; it stays as it was written.
 */
export interface Configuration {
  readonly text: string;
  readonly save: string;
}

/** A key of a configuration. */
export interface KeyItem {
  /** ClientType; with `#2` and so on where it is repeated. */
  readonly id: string;
  /** Its place in the list. */
  readonly at: number;
  readonly fields: RawSecret;
  /** Changes with anything in the item. */
  readonly revision: string;
  /** Changes with the key's value alone. */
  readonly value: string;
}

/** Parts of the flat document that a save carries beside `config`, and what stands for them where there are none. */
const PARTS: readonly (readonly [name: string, otherwise: string | null])[] = [
  ['fastDataConfig', 'null'],
  ['microfrontendPluginsConfig', '{}'],
  ['extensionsConfig', '{"files":{}}'],
  ['charts', null],
];

/** The keys of a configuration in their order. `bad-answer` where there is no list of them, or one does not fit. */
export function keysOf(text: string): KeyItem[] {
  const nextId = ids();
  return itemsOf(secretsOf(text)).map(({ raw }, at) => {
    const fields = readSecret(raw);
    const id = nextId(fields.clientType);
    const value = markOf(fields.secret);
    return { id, at, fields, value, revision: `${markOf(canonical(raw))}.${value}` };
  });
}

/** Longer ClientTypes, which only other programs make, are cut in an id. */
const LONGEST_ID = 190;

/** Gives every key an id of its own, also where one is called what another would be numbered. */
function ids(): (clientType: string) => string {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return (clientType) => {
    const stem = clientType.slice(0, LONGEST_ID);
    let number = (numbers.get(stem) ?? 0) + 1;
    let id = number === 1 ? stem : `${stem}#${number}`;
    for (; taken.has(id); id = `${stem}#${number}`) number += 1;
    taken.add(id);
    numbers.set(stem, number);
    return id;
  };
}

/** The part of a revision that is about the key's value. */
export const valueIn = (revision: string): string => revision.split('.')[1] ?? '';

/** The configuration with one more key at the end of the list. */
export function withKey(text: string, { secret, clientType, active, description }: RawSecret): string {
  const item = JSON.stringify({ clientType, secret, active, ...(description && { description }) });
  return withMember(text, 'secrets', plusItem(secretsOf(text), item));
}

/** The configuration with some facts of one key changed. */
export function withChanges(
  text: string,
  { at }: KeyItem,
  { name, active, description }: KeyChanges,
): string {
  const secrets = secretsOf(text);
  let item = itemsOf(secrets)[at]?.raw ?? '{}';
  if (name !== undefined) item = withMember(item, 'clientType', JSON.stringify(name));
  if (active !== undefined) item = withMember(item, 'active', JSON.stringify(active));
  if (description === '') item = withoutMembers(item, ['description']);
  else if (description !== undefined) item = withMember(item, 'description', JSON.stringify(description));
  return withMember(text, 'secrets', withItem(secrets, at, item));
}

/** The configuration without one key. */
export const withoutKey = (text: string, { at }: KeyItem): string =>
  withMember(text, 'secrets', withoutItem(secretsOf(text), at));

/** The body of a save: the document with the parts of it in their places. */
export function saveBody(text: string, previousSave: string, title: string): string {
  const names = PARTS.map(([name]) => name);
  const members = [
    ['title', JSON.stringify(title)],
    ['previousSave', JSON.stringify(previousSave)],
    ['config', withoutMembers(text, names)],
    ...PARTS.map(([name, otherwise]) => [name, valueOf(text, name) ?? otherwise] as const),
    ['deletedElements', '{}'],
  ] as const;
  const written = members.flatMap(([name, raw]) => (raw === null ? [] : [`${JSON.stringify(name)}:${raw}`]));
  return `{${written.join(',')}}`;
}

function secretsOf(text: string): string {
  const raw = valueOf(text, 'secrets');
  if (raw !== null && kindOf(raw) === 'list') return raw;
  throw new AppError(
    'bad-answer',
    'This configuration has no list of API keys, so nothing is known of them.',
  );
}

function readSecret(raw: string): RawSecret {
  const { data } = RawSecret.safeParse(JSON.parse(raw));
  if (data !== undefined) return data;
  throw new AppError('bad-answer', 'A key of this configuration is in a form that Keydesk does not know.');
}
