import type { Place } from './place';

/** Stands where the key belongs, so that a snippet can be shared. */
const PLACEHOLDER = '<your key>';

/** How a key is used, as a curl command without the key. */
export function curlSnippet({ environment, vendor }: Place): string {
  const { header, probePath } = vendor.use;
  return `curl --header '${header}: ${PLACEHOLDER}' '${environment.endpoint ?? '<endpoint>'}${probePath}'`;
}
