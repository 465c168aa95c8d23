import { MiaError } from './error';
import { answer, queryText, type MiaAnswer, type MiaCall } from './route';

function wholeNumber(call: MiaCall, name: string, otherwise: number): number {
  const text = queryText(call, name);
  if (text === undefined) return otherwise;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new MiaError(400, `The parameter ${name} must be a whole number from 1.`);
}

/** One page of a list, counted from 1, with how much there is in the headers. `most`: items per page. */
export function pageOf(call: MiaCall, items: readonly unknown[], most: number): MiaAnswer {
  const page = wholeNumber(call, 'page', 1);
  const perPage = Math.min(wholeNumber(call, 'per_page', most), most);
  return answer(items.slice((page - 1) * perPage, page * perPage), {
    'x-total-pages': String(Math.ceil(items.length / perPage)),
    'x-total-items': String(items.length),
  });
}
