import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConnectionReport } from '@core/domain/console';
import type { VendorInfo } from '@core/domain/vendor';
import { formatDate, formatFingerprint, formatSpan, plural } from '@core/text/format';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';

/** From this difference of clocks on, expiry dates mislead. */
const SKEW_WORTH_TELLING_MS = 120_000;

export interface ConnectionReportViewProps {
  report: ConnectionReport;
  vendor: VendorInfo;
}

/** What *Test connection* found. */
export function ConnectionReportView({ report, vendor }: ConnectionReportViewProps): ReactNode {
  const skewed = Math.abs(report.skewMs ?? 0) > SKEW_WORTH_TELLING_MS;
  return (
    <>
      <Notice tone="success" role="status" title={`Connected as ${report.operator.name}`}>
        <Facts facts={[...who(report, vendor), ...tls(report)]} />
      </Notice>
      {report.operator.note !== undefined && (
        <Notice tone="info" role="status">
          <Typography>{report.operator.note}</Typography>
        </Notice>
      )}
      {skewed && (
        <Notice tone="warning" title="The clocks differ">
          <Typography>
            {`The clock of the console is ${formatSpan(Math.abs(report.skewMs ?? 0))} ${
              (report.skewMs ?? 0) > 0 ? 'ahead of' : 'behind'
            } this computer’s. Keydesk goes by the console’s clock; correct yours, or dates will surprise you.`}
          </Typography>
        </Notice>
      )}
    </>
  );
}

function who({ operator, environments, roundTripMs }: ConnectionReport, vendor: VendorInfo): Fact[] {
  const { one, many } = vendor.environment;
  const rights = [
    'see keys',
    ...(operator.canReveal ? ['show secrets'] : []),
    ...(operator.canWrite ? ['change keys'] : []),
  ];
  return [
    ...(operator.email === undefined ? [] : [{ name: 'Account', value: operator.email }]),
    { name: 'You may', value: rights.join(', ') },
    { name: upper(many), value: plural(environments, one, many) },
    { name: 'Answers in', value: `${Math.max(1, Math.round(roundTripMs))} ms` },
  ];
}

function tls({ tls: certificate }: ConnectionReport): Fact[] {
  if (certificate === null) return [{ name: 'Encryption', value: 'None: plain http on this computer' }];
  const { issuer, validTo, sha256, customCa } = certificate;
  return [
    { name: 'Certificate of', value: customCa ? `${issuer} (your own authority)` : issuer },
    { name: 'Valid until', value: formatDate(validTo) },
    { name: 'SHA-256', value: <Mono wrap>{formatFingerprint(sha256)}</Mono> },
  ];
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
