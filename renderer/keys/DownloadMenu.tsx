import type { ReactNode } from 'react';
import { DOWNLOAD_FORMATS, type DownloadFormat } from '@core/domain/download';
import { FormatMenu } from '@renderer/shared/FormatMenu';

const LABELS: Readonly<Record<DownloadFormat, string>> = {
  text: 'Text file',
  env: '.env file',
  json: 'JSON',
  postman: 'Postman environment',
  curl: 'curl snippet',
};

const FORMATS = DOWNLOAD_FORMATS.map((format) => ({ format, label: LABELS[format] }));

export interface DownloadMenuProps {
  readonly busy: boolean;
  readonly onChoose: (format: DownloadFormat) => void;
}

/** *Download*, in the form of the operator's choice; main then asks where to. */
export function DownloadMenu({ busy, onChoose }: DownloadMenuProps): ReactNode {
  return (
    <FormatMenu label="Download" listLabel="Download as" formats={FORMATS} busy={busy} onChoose={onChoose} />
  );
}
