import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { clientTypesIn } from '@core/domain/acl/acl';
import type { EnvironmentRef } from '@core/domain/environment';
import type { ProtectionView } from '@core/domain/protection';
import { listed } from '@core/text/format';
import { useKeys } from '@renderer/api/use-keys';
import { Facts } from '@renderer/shared/Facts';
import { Notice } from '@renderer/shared/Notice';
import { callerChanges, callersOf, callersText, whoMayCall } from './callers';
import type { EndpointEdit } from './use-edit-endpoint';

export interface CallerPreviewProps {
  readonly environment: EnvironmentRef;
  readonly endpoint: ProtectionView;
  readonly edit: Pick<EndpointEdit, 'form' | 'parsed'>;
}

/** Which keys may call the endpoint now and after the change, and which of its names belong to no key. */
export function CallerPreview({
  environment,
  endpoint,
  edit: { form, parsed },
}: CallerPreviewProps): ReactNode {
  const { rows, loading } = useKeys(environment);
  if (!parsed.ok || loading) return null;
  const callers = callersOf(parsed.acl, rows);
  const after = whoMayCall({ ...endpoint, ...form, problem: undefined, callers });
  const { gains, loses } = callerChanges(endpoint.callers, callers);
  const known = new Set(rows.map(({ name }) => name));
  const strangers = clientTypesIn(parsed.acl).filter((name) => !known.has(name));
  return (
    <>
      <Facts
        facts={[
          { name: 'May call now', value: whoMayCall(endpoint) },
          { name: 'May call after', value: after },
          ...(gains.length > 0 ? [{ name: 'Gained', value: callersText(gains) }] : []),
          ...(loses.length > 0 ? [{ name: 'Lost', value: callersText(loses) }] : []),
        ]}
      />
      {strangers.length > 0 && (
        <Notice tone="warning">
          <Typography>{`No key is called ${listed(strangers.map((name) => `“${name}”`))}.`}</Typography>
        </Notice>
      )}
    </>
  );
}
