import { useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { environmentKey } from '@core/domain/environment';
import { AppDialog } from '@renderer/shared/AppDialog';
import { SelectInput } from '@renderer/shared/SelectInput';
import { CreateKeyForm } from './CreateKeyForm';
import { FormButtons } from './FormButtons';
import { placeName, type Place, type Places } from './place';

/** A key that was just created, with the handle under which its secret waits in main. */
export interface CreatedKey {
  readonly key: ApiKey;
  readonly place: Place;
  /** Null where the secret cannot be had any more. */
  readonly handle: string | null;
  /** Found again after an unclear answer. */
  readonly adopted: boolean;
}

export interface CreateKeyDialogProps {
  readonly places: Places;
  readonly onCreated: (created: CreatedKey) => void;
  readonly onClose: () => void;
}

/** *Create API key*: asks first where, when there are several places. */
export function CreateKeyDialog({ places, onCreated, onClose }: CreateKeyDialogProps): ReactNode {
  const [chosen, choose] = useState(places.size === 1 ? ([...places.keys()][0] ?? '') : '');
  const place = places.get(chosen);
  const where = places.size === 1 ? null : <PlaceInput places={places} value={chosen} onChange={choose} />;
  if (place === undefined) {
    return (
      <AppDialog
        open
        width="md"
        title="Create API key"
        description="A key belongs to one environment and works at its endpoint only."
        onClose={onClose}
        onSubmit={() => undefined}
        actions={<FormButtons submit="Create" onCancel={onClose} disabled />}
      >
        {where}
      </AppDialog>
    );
  }
  return <CreateKeyForm key={chosen} place={place} where={where} onCreated={onCreated} onClose={onClose} />;
}

interface PlaceInputProps {
  readonly places: Places;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PlaceInput({ places, value, onChange }: PlaceInputProps): ReactNode {
  const options = [...places.values()].map((place) => ({
    value: environmentKey(place.environment),
    label: placeName(place, true),
    ...(place.environment.production && { note: 'Production' }),
  }));
  return <SelectInput label="Environment" value={value} options={options} onChange={onChange} />;
}
