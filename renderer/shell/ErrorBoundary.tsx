import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiAlertCircleOutline } from '@mdi/js';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '@renderer/shared/EmptyState';

interface State {
  readonly failed: boolean;
}

/** Stands in for the screens when one of them broke: nothing was sent, and the way back is one click. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Box component="main" role="alert" sx={{ display: 'flex', height: '100%' }}>
        <EmptyState
          icon={mdiAlertCircleOutline}
          title="This screen broke"
          actions={
            <Button variant="contained" onClick={() => this.setState({ failed: false })}>
              Open it again
            </Button>
          }
        >
          That is a fault of Keydesk. Changes that were on their way are written down and will be checked;
          your consoles and credentials are untouched.
        </EmptyState>
      </Box>
    );
  }
}
