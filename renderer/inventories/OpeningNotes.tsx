import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Suspense, type ReactNode } from 'react';
import { useOpenProgress } from '@renderer/api/inventories';
import { chunk } from '@renderer/shared/chunk';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import type { MappingDialogProps } from './mapping/MappingDialog';
import type { Opening } from './use-opening';

const MappingDialog = chunk<MappingDialogProps>(
  async () => (await import('./mapping/MappingDialog')).MappingDialog,
);

/** How far a file is that is being opened, and why one could not be. */
export function OpeningNotes({ opening }: { opening: Opening }): ReactNode {
  const { reading, failed, dismiss, question, answer } = opening;
  return (
    <>
      <Suspense fallback={null}>
        {question !== null && (
          <MappingDialog
            key={question.offer.fileId}
            open
            fileName={question.offer.fileName}
            {...question.outcome}
            onClose={() => answer(null)}
            onOpen={answer}
          />
        )}
      </Suspense>
      {reading !== null && (
        <Box role="status" sx={{ mb: 2 }}>
          <Reading opening={opening} />
        </Box>
      )}
      {failed !== null && (
        <Box sx={{ mb: 2 }}>
          <ErrorNotice
            title={`${failed.offer.fileName} was not opened`}
            error={failed.error}
            actions={
              <Button size="small" variant="outlined" onClick={dismiss}>
                Close
              </Button>
            }
          />
        </Box>
      )}
    </>
  );
}

function Reading({ opening: { reading, cancel } }: { opening: Opening }): ReactNode {
  const progress = useOpenProgress();
  const own = progress?.fileId === reading?.fileId && (progress?.of ?? 0) > 0;
  const percent = own ? Math.floor((100 * (progress?.done ?? 0)) / (progress?.of ?? 1)) : undefined;
  return (
    <ProgressNote
      label={`Reading ${reading?.fileName ?? ''}, percent`}
      loaded={percent}
      total={percent === undefined ? null : 100}
    >
      <Button size="small" variant="outlined" onClick={cancel} sx={{ alignSelf: 'flex-start', mt: 0.5 }}>
        Cancel
      </Button>
    </ProgressNote>
  );
}
