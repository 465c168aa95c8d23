import type { ReactNode } from 'react';
import { environmentKey } from '@core/domain/environment';
import { SelectInput } from '@renderer/shared/SelectInput';
import { placeName, type Places } from '@renderer/shared/place';

export interface PlaceInputProps {
  readonly places: Places;
  /** The `environmentKey` of the chosen place; empty before a choice. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where a key shall be made. */
export function PlaceInput({ places, value, onChange }: PlaceInputProps): ReactNode {
  const options = [...places.values()].map((place) => ({
    value: environmentKey(place.environment),
    label: placeName(place, true),
    note: [place.vendor.label, ...(place.environment.production ? ['production'] : [])].join(', '),
  }));
  const help = value === '' ? 'What a key has and what it reaches depends on where it is made.' : undefined;
  return <SelectInput label="Environment" help={help} value={value} options={options} onChange={onChange} />;
}
