import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { statusOf } from '../../loopback-app';

/** A refusal as Mia-Platform words it. The message is for people and holds no secret. */
export class MiaError extends Error {
  override readonly name = 'MiaError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const FOUND_BY_SERVER: Readonly<Record<number, string>> = {
  400: 'The request is not well formed: its address or its body cannot be read.',
  413: 'The body is too large.',
  415: 'This content type is not understood here.',
  421: 'The practice console answers on this computer only.',
};

/** Answers a failure as `{statusCode, error, message}`. */
export function answerMiaError(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  const known = error instanceof MiaError;
  const status = known ? error.status : statusOf(error);
  const message = known ? error.message : (FOUND_BY_SERVER[status] ?? 'The practice console failed.');
  void reply.code(status).send({ statusCode: status, error: STATUS_CODES[status] ?? 'Error', message });
}

/** For an address at which there is nothing. */
export const nothingHere = (what = 'address'): MiaError => new MiaError(404, `There is no such ${what}.`);
