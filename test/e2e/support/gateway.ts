/** How a key is used. */
export interface GatewayRequest {
  readonly method?: 'GET' | 'POST';
  /** Below the endpoint. */
  readonly path?: string;
  readonly body?: unknown;
  readonly header?: string;
}

/** What the gateway answered. */
export interface GatewayAnswer {
  readonly status: number;
  readonly text: string;
}

/** Uses a key as any program would: one request over plain HTTP, without Keydesk. */
export async function gateway(
  endpoint: string,
  key: string,
  request: GatewayRequest = {},
): Promise<GatewayAnswer> {
  const { method = 'GET', path = '/rest/$catalog', header = 'api-key', body } = request;
  const answer = await fetch(endpoint + path, {
    method,
    headers: { [header]: key, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}
