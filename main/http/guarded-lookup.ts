import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIPv6, type LookupFunction } from 'node:net';
import { addressKind } from '@main/http/address-kind';
import { addressProblem, refused } from '@main/http/endpoint-rules';
import type { EndpointTicks } from '@main/http/http';

/**
 * A name lookup for sockets that hands out an answer only when every address in it may be contacted.
 * SECURITY: checked where the address is used, so that a name cannot lead elsewhere after it was checked.
 */
export function guardedLookup(ticks: EndpointTicks, resolve: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, answer, family) => {
      if (error) return callback(error, []);
      const addresses = typeof answer === 'string' ? [{ address: answer, family: family ?? 4 }] : answer;
      const problem = problemOf(addresses, ticks);
      if (problem !== null) return callback(refused(problem), []);
      const [first] = addresses;
      if (options.all === true || first === undefined) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function problemOf(addresses: readonly LookupAddress[], ticks: EndpointTicks): string | null {
  for (const { address } of addresses) {
    const problem = addressProblem(addressKind(address), ticks);
    if (problem !== null)
      return `${problem} The name leads to ${isIPv6(address) ? `[${address}]` : address}.`;
  }
  return null;
}
