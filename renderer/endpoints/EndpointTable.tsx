import Box from '@mui/material/Box';
import { mdiAlertOutline, mdiPencilOutline } from '@mdi/js';
import { memo, type ReactNode } from 'react';
import type { ProtectionView } from '@core/domain/protection';
import { plural } from '@core/text/format';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';
import { MONO, SANS } from '@renderer/theme/tokens';
import { whoMayCall } from './callers';

export interface EndpointTableProps {
  readonly endpoints: readonly ProtectionView[];
  /** Null where nothing can be changed. */
  readonly onEdit: ((endpoint: ProtectionView) => void) | null;
}

/** Endpoints with their rules. Its cells are plain elements: there may be hundreds of rows. */
export function EndpointTable({ endpoints, onEdit }: EndpointTableProps): ReactNode {
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label="Endpoints and their rules"
      sx={{ overflow: 'auto', border: 1, borderColor: 'house.line', borderRadius: 1, minHeight: 120 }}
    >
      <Box component="table" sx={LOOKS}>
        <thead>
          <tr>
            <th scope="col">Path</th>
            <th scope="col">API Key required</th>
            <th scope="col">User Group Permission</th>
            <th scope="col">Keys that may call it</th>
            {onEdit !== null && (
              <th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {endpoints.map((endpoint) => (
            <Row key={endpoint.path} endpoint={endpoint} onEdit={onEdit} />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

const LOOKS = {
  width: '100%',
  minWidth: 640,
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  '& th': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    textAlign: 'left',
    fontWeight: 550,
    fontSize: '0.75rem',
    color: 'text.secondary',
    backgroundColor: 'house.sunken',
    whiteSpace: 'nowrap',
  },
  '& th, & td': { px: 1.25, py: 0.75, borderBottom: 1, borderColor: 'house.line', verticalAlign: 'top' },
  '& tr:last-child td, & tr:last-child th[scope=row]': { borderBottom: 0 },
  '& th[scope=row]': {
    position: 'static',
    backgroundColor: 'transparent',
    color: 'text.primary',
    whiteSpace: 'normal',
  },
  '& th:nth-of-type(2)': { width: 124 },
  '& th:nth-of-type(3), & th:nth-of-type(4)': { width: '30%' },
  '& th:nth-of-type(5)': { width: 48 },
  '& .code': { fontFamily: MONO, fontSize: '0.75rem', overflowWrap: 'anywhere' },
  '& .quiet': { color: 'text.secondary' },
  '& .flag': { display: 'flex', gap: '4px', color: 'warning.main' },
  '& .below': { fontFamily: SANS, fontWeight: 400, fontSize: '0.6875rem', color: 'text.secondary' },
} as const;

interface RowProps {
  readonly endpoint: ProtectionView;
  readonly onEdit: ((endpoint: ProtectionView) => void) | null;
}

const Row = memo(function Row({ endpoint, onEdit }: RowProps): ReactNode {
  const { path, secreted, acl, problem, overrides } = endpoint;
  return (
    <tr>
      <th scope="row" className="code">
        {path}
        {overrides.length > 0 && (
          <div className="below">
            {plural(overrides.length, 'route with rules of its own', 'routes with rules of their own')}
          </div>
        )}
      </th>
      <td>{secreted ? 'Yes' : <span className="quiet">No</span>}</td>
      <td className="code">
        {acl === '' ? <span className="quiet">–</span> : acl}
        {problem !== undefined && (
          <div className="flag">
            <Icon path={mdiAlertOutline} size="small" />
            {`Cannot be read: ${problem}`}
          </div>
        )}
      </td>
      <td>{whoMayCall(endpoint)}</td>
      {onEdit !== null && (
        <td>
          <IconAction
            label={`Edit endpoint ${path}`}
            icon={mdiPencilOutline}
            size="small"
            onClick={() => onEdit(endpoint)}
          />
        </td>
      )}
    </tr>
  );
});
