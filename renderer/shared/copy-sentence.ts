/** What a copy achieved, as main reports it. */
export interface CopyResult {
  readonly clearsAfterSeconds: number | null;
  readonly verified: boolean;
}

/** What may truthfully be said after a copy of `what` ("The key"). */
export function copySentence(what: string, { clearsAfterSeconds, verified }: CopyResult): string {
  const done = verified
    ? `${what} is on the clipboard`
    : `${what} was handed to the clipboard; this system does not let us check that it arrived`;
  if (clearsAfterSeconds === null) return `${done}.`;
  return `${done}. Keydesk clears it in ${clearsAfterSeconds} s if nothing else was copied.`;
}
