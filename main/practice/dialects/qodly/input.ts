import type * as z from 'zod';
import { decodeCursor, BEGINNING, type Position } from '../../cursor';
import { Problem, type FieldError } from '../../problem';
import type { EnvironmentRecord } from './environment-store';
import type { KeyRecord } from './key-store';
import type { QodlyCall, QodlyDesk } from './route';

function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((field) => ({ field, message: 'This field is not known here.' }));
    const mistyped = issue.code === 'invalid_type' || issue.code === 'invalid_value';
    return [
      {
        field: issue.path.join('.'),
        message: mistyped
          ? 'This field is missing, or its value is not one of those possible.'
          : issue.message,
      },
    ];
  });
}

/** Reads a body; `invalid-fields` names every field that is wrong. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new Problem('invalid-fields', 'Some fields are missing, unknown or not valid.', {
    errors: fieldErrors(read.error),
  });
}

/** Reads a query; `malformed-request` names every parameter that is wrong. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  const read = schema.safeParse(query);
  if (read.success) return read.data;
  throw new Problem('malformed-request', 'Some query parameters are not valid.', {
    errors: fieldErrors(read.error),
  });
}

/** Where a page starts. */
export function readCursor(scope: string, cursor: string | undefined): Position {
  if (cursor === undefined) return BEGINNING;
  const position = decodeCursor(scope, cursor);
  if (position) return position;
  throw new Problem('malformed-request', 'This cursor was not handed out by this listing.', {
    errors: [{ field: 'cursor', message: 'Start again without a cursor.' }],
  });
}

/** The environment that the path names. */
export function environmentOf(call: QodlyCall, desk: QodlyDesk): EnvironmentRecord {
  const environment = desk.environments.find(call.params['environment'] ?? '');
  if (environment) return environment;
  throw new Problem('not-found', 'There is no such environment.');
}

/** The key that the path names, in its environment. */
export function keyOf(call: QodlyCall, desk: QodlyDesk): { environment: EnvironmentRecord; key: KeyRecord } {
  const environment = environmentOf(call, desk);
  const key = desk.keys.find(environment.id, call.params['key'] ?? '');
  if (key) return { environment, key };
  throw new Problem('no-such-key', 'There is no such key: it was deleted or never existed.');
}
