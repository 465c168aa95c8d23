import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import { useId, type ReactNode, type SubmitEvent } from 'react';
import { blurInside } from '@renderer/shared/blur';
import { DialogFrame } from '@renderer/shared/DialogFrame';

/** What closes a dialog besides its buttons. `escape`: not a stray click; `nothing`: the buttons alone. */
export type ClosedBy = 'anything' | 'escape' | 'nothing';

export interface AppDialogProps {
  open: boolean;
  title: string;
  /** A sentence under the title, also read with it. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the one that goes on last. */
  actions: ReactNode;
  /** Asked to close; decide there whether that is possible. */
  onClose: () => void;
  /** Makes the dialog a form; a click on a submit button or Enter in a field runs it. */
  onSubmit?: (() => void) | undefined;
  /** Forms default to `escape`, so that a stray click never loses what was typed; others to `anything`. */
  closedBy?: ClosedBy;
  width?: 'xs' | 'sm' | 'md';
  /** `alertdialog` for questions that cannot be taken back. */
  role?: 'dialog' | 'alertdialog';
}

/** The one dialog: named by its title, focus goes in and comes back, never closed by a stray click on a form. */
export function AppDialog(props: AppDialogProps): ReactNode {
  const { open, onClose, onSubmit, width = 'sm', role = 'dialog' } = props;
  const closedBy = props.closedBy ?? (onSubmit === undefined ? 'anything' : 'escape');
  const id = useId();
  const close = (_event: object, reason: 'escapeKeyDown' | 'backdropClick'): void => {
    if (closedBy === 'nothing' || (closedBy === 'escape' && reason === 'backdropClick')) return;
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      maxWidth={width}
      fullWidth
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={props.description === undefined ? undefined : `${id}-description`}
      slotProps={{ transition: { onExit: blurInside } }}
    >
      <DialogBody onSubmit={onSubmit}>
        <DialogFrame id={id} title={props.title} description={props.description} actions={props.actions}>
          {props.children}
        </DialogFrame>
      </DialogBody>
    </Dialog>
  );
}

function DialogBody({ onSubmit, children }: Pick<AppDialogProps, 'onSubmit' | 'children'>): ReactNode {
  if (onSubmit === undefined) return children;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // A dialog opened from a form is inside it for React, and its form is not that form.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
    >
      {children}
    </Box>
  );
}
