import type * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import type { Http, HttpAnswer, HttpRequest, HttpSettings, OpenHttp } from '@main/http/http';

type Reply =
  | {
      readonly status?: number;
      readonly headers?: HttpAnswer['headers'];
      readonly body?: unknown;
      /** Of a document, where how it is written matters. */
      readonly text?: string;
    }
  | AppError;
type Script = (request: HttpRequest, settings: HttpSettings) => Reply;

/** What was opened and sent through a fake way to talk HTTP. */
export interface FakeHttp {
  readonly open: OpenHttp;
  readonly sent: HttpRequest[];
  readonly opened: HttpSettings[];
}

/** Talks HTTP with a script instead of a network; answers are checked by the same schemas. */
export function fakeHttp(script: Script): FakeHttp {
  const sent: HttpRequest[] = [];
  const opened: HttpSettings[] = [];
  const open: OpenHttp = (settings): Http => {
    opened.push(settings);
    const send = async (request: HttpRequest): Promise<HttpAnswer> => {
      sent.push(request);
      const reply = script(request, settings);
      if (reply instanceof AppError) throw reply;
      const { status = 200, headers = {}, body } = reply;
      const text = request.document === true && { text: reply.text ?? JSON.stringify(body) };
      return { status, headers, body, ...text };
    };
    const read = async <T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T> => {
      const parsed = schema.safeParse((await send(request)).body);
      if (!parsed.success) throw new AppError('bad-answer', 'not in the expected form');
      return parsed.data;
    };
    return { send, read, clockSkewMs: () => undefined };
  };
  return { open, sent, opened };
}
