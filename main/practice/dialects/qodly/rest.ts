import * as z from 'zod';
import { GatewayRefusal } from '../../gateway';
import { DATACLASSES, type Dataclass } from './dataclasses';
import type { Entity, EntityStore, Shelf } from './entity-store';

type Json = Record<string, unknown>;

/** Largest and usual number of records in one answer. */
const PAGE = 100;

const Update = z.looseObject({ __KEY: z.coerce.number().int().optional(), __STAMP: z.number().optional() });
const Query = z.object({
  $skip: z.coerce.number().int().min(0).catch(0),
  $top: z.coerce.number().int().min(0).max(PAGE).catch(PAGE),
});

/** The catalogue of the data plane; `all` adds the attributes. `base` is the address of its REST root. */
export function catalog(base: string, all: boolean): Json {
  const dataClasses = DATACLASSES.map(({ name, collectionName, attributes }) => ({
    name,
    uri: `${base}/$catalog/${name}`,
    dataURI: `${base}/${name}`,
    ...(all && {
      collectionName,
      scope: 'public',
      attributes: [['ID', 'number'], ...Object.entries(attributes)].map(([attribute, type]) => ({
        name: attribute,
        kind: 'storage',
        scope: 'public',
        type,
      })),
      key: [{ name: 'ID' }],
    }),
  }));
  return {
    __UNIQID: '7A1C0E5B94D24E0F8B6D3C2A59F1E870',
    __BASEID: '2F90B4D36CE14A5F9A7E81C0D45B6E13',
    __NAME: 'Practice',
    properties: {},
    methods: [],
    dataClasses,
  };
}

function entityAnswer({ key, stamp, attributes }: Entity): Json {
  return { __KEY: String(key), __STAMP: stamp, ID: key, ...attributes };
}

/** A page of records. Filters are refused rather than ignored: a practice answer must not mislead. */
export function collection(store: EntityStore, shelf: Shelf, query: Json): Json {
  if ('$filter' in query) throw new GatewayRefusal(501, 'The practice console does not filter records.');
  const { $skip, $top } = Query.parse(query);
  const entities = store.page(shelf, $skip, $top).map(entityAnswer);
  return {
    __DATACLASS: shelf.dataclass,
    __entityModel: shelf.dataclass,
    __COUNT: store.count(shelf),
    __FIRST: $skip,
    __SENT: entities.length,
    __ENTITIES: entities,
  };
}

function attributesOf(dataclass: Dataclass, given: Json): Json {
  const named = Object.entries(given).filter(([name]) => !name.startsWith('__') && name !== 'ID');
  for (const [name, value] of named) {
    const type = Object.hasOwn(dataclass.attributes, name) ? dataclass.attributes[name] : undefined;
    if (type === undefined)
      throw new GatewayRefusal(
        404,
        `The "${name}" attribute cannot be found in the ${dataclass.name} dataclass`,
      );
    if (typeof value !== (type === 'bool' ? 'boolean' : type))
      throw new GatewayRefusal(
        400,
        `The "${name}" attribute of the ${dataclass.name} dataclass is a ${type}`,
      );
  }
  return Object.fromEntries(named);
}

/** Changes the record that the body names, or makes a new one where it names none. */
export function update(store: EntityStore, shelf: Shelf, dataclass: Dataclass, body: unknown): Json {
  const { data } = Update.safeParse(body);
  if (!data) throw new GatewayRefusal(400, 'Send one record as a JSON object.');
  const attributes = attributesOf(dataclass, data);
  const before = data.__KEY === undefined ? null : store.find(shelf, data.__KEY);
  if (data.__KEY !== undefined && !before)
    throw new GatewayRefusal(404, `There is no such record in the ${dataclass.name} dataclass`);
  if (before && data.__STAMP !== before.stamp)
    throw new GatewayRefusal(409, 'The given stamp is not the current one: read the record again.');
  const entity: Entity = {
    key: before?.key ?? store.nextKey(shelf),
    stamp: (before?.stamp ?? 0) + 1,
    attributes: { ...before?.attributes, ...attributes },
  };
  store.save(shelf, entity);
  return { ...entityAnswer(entity), __STATUS: { success: true } };
}
