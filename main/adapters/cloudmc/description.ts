import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import { RouteMethod } from '@core/domain/route-profile';

/** One operation of the API as the console describes it. */
export interface Operation {
  readonly method: RouteMethod;
  /** Below the API's root. */
  readonly path: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  /** Names of the fields of what it answers with, and whether each is a text; empty where that is not described. */
  readonly fields: ReadonlyMap<string, boolean>;
}

const Text = z.string().max(300);
const RawOperation = z.object({
  operationId: Text.optional().catch(undefined),
  tags: z.array(Text).max(50).optional().catch(undefined),
  responses: z.record(Text, z.unknown()).optional().catch(undefined),
});
const RawSchema = z.object({
  $ref: z.string().max(500).optional(),
  type: z.unknown().optional(),
  items: z.unknown().optional(),
  allOf: z.array(z.unknown()).max(50).optional(),
  properties: z.record(z.string().max(300), z.unknown()).optional(),
});
const RawResponse = z.object({
  $ref: z.string().max(500).optional(),
  content: z.record(z.string(), z.object({ schema: z.unknown().optional() })).optional(),
});
const Components = z.object({
  schemas: z.record(z.string(), z.unknown()).optional(),
  responses: z.record(z.string(), z.unknown()).optional(),
});
const RawDescription = z.object({
  openapi: Text,
  paths: z.record(z.string().max(1_000), z.unknown()),
  components: Components.optional(),
});

/** How far references are followed. */
const MOST_STEPS = 12;
/** How many schemas are looked at in all: a real description has some thousands. */
const MOST_SCHEMAS = 20_000;
/** How many fields of one record are looked at. */
const MOST_FIELDS = 300;
/** The one documented path by which the API's root is recognised, whatever the paths are written below. */
const LANDMARK = '/organizations';

type Named = Readonly<Record<string, unknown>>;
type Properties = readonly (readonly [name: string, schema: unknown])[];

/** Follows references in one description; hostile circles end. */
class Reader {
  private left = MOST_SCHEMAS;

  constructor(private readonly components: z.infer<typeof Components>) {}

  /** The fields of the record, or of the records in the list, that an operation answers with. */
  fields(responses: Named): ReadonlyMap<string, boolean> {
    const status = Object.keys(responses).find((each) => /^2\d\d$/.test(each) && each !== '204') ?? 'default';
    const response = RawResponse.safeParse(this.resolved(responses[status], 'responses')).data;
    const [body] = Object.values(response?.content ?? {});
    const envelope = this.properties(body?.schema, MOST_STEPS);
    const [, data = body?.schema] = envelope.find(([name]) => name === 'data') ?? [];
    const found = this.properties(data, MOST_STEPS).slice(0, MOST_FIELDS);
    return new Map(found.map(([name, schema]) => [name, this.isText(schema)]));
  }

  private properties(schema: unknown, steps: number): Properties {
    this.left -= 1;
    if (steps <= 0 || this.left <= 0) return [];
    const read = RawSchema.safeParse(this.resolved(schema, 'schemas')).data;
    if (read === undefined) return [];
    const { items, allOf = [], properties = {} } = read;
    if (items !== undefined) return this.properties(items, steps - 1);
    return [
      ...allOf.flatMap((part) => this.properties(part, steps - 4)),
      ...Object.entries(properties).slice(0, MOST_FIELDS),
    ];
  }

  private isText(schema: unknown): boolean {
    return RawSchema.safeParse(this.resolved(schema, 'schemas')).data?.type === 'string';
  }

  private resolved(value: unknown, kind: 'schemas' | 'responses'): unknown {
    let current = value;
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const $ref = z.object({ $ref: z.string().max(500) }).safeParse(current).data?.$ref;
      if ($ref === undefined) return current;
      const prefix = `#/components/${kind}/`;
      const known = this.components[kind] ?? {};
      const name = $ref.slice(prefix.length);
      current = $ref.startsWith(prefix) && Object.hasOwn(known, name) ? known[name] : undefined;
    }
    return undefined;
  }
}

/** Every operation that a description names below the API's root. Throws `bad-answer` where it is none. */
export function operationsIn(description: unknown): Operation[] {
  const read = RawDescription.safeParse(description);
  if (!read.success)
    throw new AppError('bad-answer', 'What the console publishes of its API is in an unknown form.');
  const { paths, components = {} } = read.data;
  const reader = new Reader(components);
  const root = rootOf(Object.keys(paths));
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(`${root}/`))
    .flatMap(([path, item]) => operationsAt(path.slice(root.length), item, reader));
}

/** What comes before the landmark; the shortest, should there be several. */
function rootOf(paths: readonly string[]): string {
  const [shortest = LANDMARK] = paths
    .filter((path) => path.endsWith(LANDMARK))
    .sort((one, other) => one.length - other.length);
  return shortest.slice(0, -LANDMARK.length);
}

function operationsAt(path: string, item: unknown, reader: Reader): Operation[] {
  const known = z.record(z.string(), z.unknown()).safeParse(item).data ?? {};
  return Object.entries(known).flatMap(([name, value]) => {
    const method = RouteMethod.safeParse(name.toUpperCase());
    const read = RawOperation.safeParse(value);
    if (!method.success || !read.success) return [];
    const { operationId = '', tags = [], responses = {} } = read.data;
    return [{ method: method.data, path, operationId, tags, fields: reader.fields(responses) }];
  });
}
