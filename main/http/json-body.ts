import { AppError } from '@core/domain/app-error';
import { jsonFlaw, type JsonFlaw, type ScanRules } from '@main/http/json-scan';

const JSON_TYPE = /^application\/([a-z0-9.-]{1,60}\+)?json *(;|$)/i;

const SENTENCES: Readonly<Record<JsonFlaw, string>> = {
  'too-deep': 'The console answered with data nested deeper than Keydesk takes in.',
  'too-many': 'The console answered with more data than Keydesk takes in.',
  'repeated-name': 'The console answered with contradictory data: one field occurs twice.',
  'forbidden-name':
    'The console answered with a field that no console needs. Nothing of the answer was used.',
  open: 'The answer of the console broke off in the middle.',
};

/** Whether a content type announces JSON. */
export const isJsonType = (contentType: string | undefined): boolean =>
  JSON_TYPE.test(contentType?.trim() ?? '');

/** Reads an answer as JSON and nothing else. Throws `bad-answer` with a sentence for what it is instead. */
export function parseJsonBody(contentType: string | undefined, text: string, rules?: ScanRules): unknown {
  if (text.trim() === '') throw bad('The console answered with nothing.');
  if (!isJsonType(contentType)) throw bad(otherTypeSentence(contentType, text));
  const flaw = jsonFlaw(text, rules);
  if (flaw !== null) throw bad(SENTENCES[flaw]);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw bad('The console answered with something that is not valid JSON.');
  }
}

function otherTypeSentence(contentType: string | undefined, text: string): string {
  const page = /html/i.test(contentType?.slice(0, 100) ?? '') || text.trimStart().startsWith('<');
  return page
    ? 'The console answered with a web page instead of data. Check its URL; a sign-in page or a proxy may be in between.'
    : 'The console answered with something other than JSON. Check its URL.';
}

const bad = (sentence: string): AppError => new AppError('bad-answer', sentence);
