import * as z from 'zod';
import type { Assumptions } from '../../assumptions';
import { MiaError } from './error';
import { membersOf, objectOf, type JsonMember } from './json-members';
import type { MiaBody } from './route';

/** The parts of a configuration that stand beside `config` in a save, and among its members in an answer. */
const PARTS = ['fastDataConfig', 'microfrontendPluginsConfig', 'extensionsConfig', 'charts'] as const;

/** One API key, with the patterns and the strictness of the vendor's schema. */
const Secret = z.strictObject({
  secret: z.string().regex(/^[^\s]+$/),
  clientType: z.string().regex(/^[a-zA-Z_][A-Za-z0-9_]*$/),
  active: z.boolean(),
  description: z.string().optional(),
});

const ObjectLike = z.record(z.string(), z.unknown());
/** What must be there, and is not looked into. */
const Present = z.union([ObjectLike, z.array(z.unknown())]);

const Save = z.object({
  title: z.string(),
  previousSave: z.string(),
  /** With the members that the vendor's schema requires. */
  config: z.object({
    endpoints: ObjectLike,
    collections: Present,
    groups: Present,
    secrets: z.array(Secret),
    cmsCategories: Present,
    cmsSettings: Present,
    cmsAnalytics: Present,
    cmsDashboard: Present,
    services: Present,
    decorators: Present,
  }),
  fastDataConfig: ObjectLike.nullable(),
  microfrontendPluginsConfig: ObjectLike.nullable(),
  extensionsConfig: ObjectLike.nullable(),
  deletedElements: ObjectLike,
});

/** Names the places that are wrong, never what stands there. */
function placesOf(error: z.ZodError): string {
  const places = error.issues.slice(0, 5).map(({ path, code }) => {
    const place = path.join('.') || 'the body';
    return code === 'unrecognized_keys' ? `${place} has unknown members` : `${place} is not valid`;
  });
  return `${places.join('; ')}.`;
}

function rawOf(members: readonly JsonMember[], name: string): string | undefined {
  return members.findLast((member) => member.name === name)?.raw;
}

function membersIn(members: readonly JsonMember[], name: string): JsonMember[] {
  const raw = rawOf(members, name);
  return raw === undefined ? [] : membersOf(raw);
}

const isPart = ({ name }: JsonMember): boolean => (PARTS as readonly string[]).includes(name);

function parsedSave(body: MiaBody | undefined, status: number): { text: string; previousSave: string } {
  if (body?.kind !== 'json') throw new MiaError(415, 'Send the body as application/json.');
  const read = Save.safeParse(body.value);
  if (!read.success) throw new MiaError(status, placesOf(read.error));
  return { text: body.text, previousSave: read.data.previousSave };
}

/**
 * Reads a save: the flat document that a later GET answers, every value as it was written. Refuses one that the
 * vendor's schema does not allow.
 */
export function readSave(
  body: MiaBody | undefined,
  { miaInvalidSaveStatus: status }: Assumptions,
): { text: string; previousSave: string } {
  const { text, previousSave } = parsedSave(body, status);
  const members = membersOf(text);
  const config = membersIn(members, 'config');
  const misplaced = config.find(isPart);
  if (misplaced) throw new MiaError(status, `config.${misplaced.name} belongs beside config.`);
  return { text: objectOf([...config, ...members.filter(isPart)]), previousSave };
}
