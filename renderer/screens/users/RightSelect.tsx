// Chooses a right to find the people who hold it: "who can delete claims?".
import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { canWords } from './userFilter.ts';

interface RightSelectProps {
  readonly value: PermissionId | null;
  readonly onChange: (permission: PermissionId | null) => void;
}

/** Words typed may stand in any order: "delete claims" and "claims delete" find the same. */
export function RightSelect({ value, onChange }: RightSelectProps) {
  return (
    <Select
      aria-label="Right"
      placeholder="Who can…?"
      size="sm"
      w={170}
      searchable
      clearable
      data={CHOICES}
      filter={inAnyOrder}
      maxDropdownHeight={320}
      nothingFoundMessage="No right fits."
      value={value}
      clearButtonProps={{ 'aria-label': 'Any right' }}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      onChange={(chosen) => onChange(PERMISSION_IDS.find((id) => id === chosen) ?? null)}
    />
  );
}

const CATEGORIES = [...new Set(PERMISSION_IDS.map((id) => PERMISSIONS[id].category))];
const CHOICES = CATEGORIES.map((group) => ({
  group,
  items: PERMISSION_IDS.filter((id) => PERMISSIONS[id].category === group).map((value) => ({
    value,
    label: canWords(value),
  })),
}));

const inAnyOrder: OptionsFilter = ({ options, search }) => {
  const words = search.toLowerCase().split(/\s+/);
  const fits = ({ value, label }: ComboboxItem) => {
    const known = `${label} ${PERMISSIONS[value as PermissionId].label}`.toLowerCase();
    return words.every((word) => known.includes(word));
  };
  return options.flatMap((option): typeof options => {
    if (!('items' in option)) return fits(option) ? [option] : [];
    const items = option.items.filter(fits);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};
