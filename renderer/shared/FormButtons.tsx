import Button from '@mui/material/Button';
import type { ReactNode } from 'react';

export interface FormButtonsProps {
  /** The word on the button that sends, a verb. */
  readonly submit: string;
  readonly onCancel: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Starts on *Cancel*, where Enter must not be enough. */
  readonly cautious?: boolean;
}

/** *Cancel* and the button that sends, as every form of this screen has them. */
export function FormButtons(props: FormButtonsProps): ReactNode {
  const { submit, onCancel, busy = false, disabled = false, danger = false, cautious = false } = props;
  return (
    <>
      <Button variant="outlined" onClick={onCancel} disabled={busy} autoFocus={cautious}>
        Cancel
      </Button>
      <Button
        type="submit"
        variant="contained"
        color={danger ? 'error' : 'primary'}
        disabled={disabled}
        loading={busy}
      >
        {submit}
      </Button>
    </>
  );
}
