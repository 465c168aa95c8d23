import https from 'node:https';
import { TLSSocket, type DetailedPeerCertificate } from 'node:tls';
import { toInstant } from '@core/domain/instant';
import { agentsFor } from '@main/http/agents';
import { Deadline } from '@main/http/deadline';
import { checkEndpoint } from '@main/http/endpoint-rules';
import { toAppError } from '@main/http/http-error';
import { DEFAULT_LIMITS, type HttpSettings, type TlsPeer } from '@main/http/http';

/**
 * The certificate a console shows, verified like for every other request; null over plain http.
 * Connects by itself and sends nothing over the connection.
 */
export async function tlsPeer(settings: HttpSettings): Promise<TlsPeer> {
  const { url } = checkEndpoint(settings.baseUrl, settings);
  if (url.protocol !== 'https:') return null;
  const agents = agentsFor(url, settings);
  const deadline = new Deadline(settings.clock, { ...DEFAULT_LIMITS, ...settings.limits });
  const request = https.request(url, { agent: agents.agent(true, deadline.signal), signal: deadline.signal });
  try {
    return peerOf(await secured(request), agents.trust.own);
  } catch (error) {
    throw deadline.reason ?? toAppError(error, false);
  } finally {
    deadline.clear();
    request.destroy();
  }
}

function secured(request: ReturnType<typeof https.request>): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.once('socket', (socket) => {
      if (socket instanceof TLSSocket) socket.once('secureConnect', () => resolve(socket));
    });
  });
}

function peerOf(socket: TLSSocket, own: ReadonlySet<string>): TlsPeer {
  const certificate = socket.getPeerCertificate(true);
  const { O: organization, CN: commonName } = certificate.issuer;
  return {
    issuer: [organization, commonName].flat().filter(Boolean).join(', ').slice(0, 300),
    validTo: toInstant(Date.parse(certificate.valid_to)),
    sha256: certificate.fingerprint256,
    customCa: chain(certificate).some(({ fingerprint256 }) => own.has(fingerprint256)),
  };
}

/** The certificate and those that vouch for it, up to the one that vouches for itself. */
function chain(certificate: DetailedPeerCertificate): DetailedPeerCertificate[] {
  const { issuerCertificate: issuer } = certificate;
  const last = issuer === undefined || issuer.fingerprint256 === certificate.fingerprint256;
  return last ? [certificate] : [certificate, ...chain(issuer)];
}
