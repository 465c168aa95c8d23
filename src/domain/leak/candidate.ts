import * as z from 'zod';

/**
 * Where in a pasted text a candidate was found; never what it is. From the most to the least specific: where a text
 * stood says more of it than what it looks like.
 */
export const CandidateKind = z.enum([
  'cookie',
  'header',
  'json',
  'variable',
  'url',
  'jwt',
  'uuid',
  'hash-hex',
  'hash-base64',
  'fragment',
  'text',
]);
export type CandidateKind = z.infer<typeof CandidateKind>;

/** What the window may know of a candidate. SECURITY: its kind and where it stood, not one character of it. */
export const CandidateView = z.object({
  kind: CandidateKind,
  /** The header, cookie, member or variable it stood in, as far as it is one of those that vendors name. */
  name: z.string().max(60).optional(),
});
export type CandidateView = z.infer<typeof CandidateView>;

/** A text that is looked for. Lives in main only, until the search it belongs to is let go of. */
export interface Candidate extends CandidateView {
  readonly value: string;
}

/** How much pasted text is read, in characters. */
export const MOST_TEXT = 200_000;

/** How many candidates one search looks for. */
export const MOST_CANDIDATES = 200;
