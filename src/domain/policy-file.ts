import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import { Policy } from '@core/domain/policy';

/** What a policy file calls itself. */
export const POLICY_FORMAT = 'keydesk-policy';

/** More text than this is no policy. */
export const POLICY_FILE_LENGTH = 65_536;

/** A policy as it travels with a team. Nothing else may be in it: a limit that is misspelt would not count. */
const PolicyFile = z.strictObject({
  format: z.literal(POLICY_FORMAT),
  version: z.literal(1),
  ...Policy.shape,
});

const Head = z.object({ format: z.literal(POLICY_FORMAT), version: z.int() });

/** A policy as a file. */
export const policyText = (policy: Policy): string =>
  `${JSON.stringify({ format: POLICY_FORMAT, version: 1, ...policy }, null, 2)}\n`;

/** Reads such a file. `invalid-input` with the reason where it is none. */
export function readPolicy(text: string): Policy {
  const data = text.length > POLICY_FILE_LENGTH ? null : jsonOf(text);
  const head = Head.safeParse(data);
  if (!head.success) throw wrong('This file is no policy of Keydesk. Choose one that was saved in Settings.');
  if (head.data.version !== 1)
    throw wrong('This policy was saved by a later version of Keydesk. Update Keydesk to use it.');
  const file = PolicyFile.safeParse(data);
  if (!file.success) throw wrong(notAccepted(file.error));
  const { maxValidityDays, unusedDays, rules } = file.data;
  return { maxValidityDays, unusedDays, rules };
}

function notAccepted({ issues }: z.ZodError): string {
  const [issue] = issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const at = [...(issue?.path ?? []), ...keys.slice(0, 1)].map(String).join('.').slice(0, 60);
  return `This policy was not taken over: “${at}” is not something Keydesk knows, or is out of its bounds.`;
}

const wrong = (sentence: string): AppError => new AppError('invalid-input', sentence);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
