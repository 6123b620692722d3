// The three office sizes as cards to choose one from.
import { Radio, SimpleGrid, Text } from '@mantine/core';
import { isOfficeSize, OFFICE_PRESETS, OFFICE_SIZES, type OfficeSize } from '../../shared/catalogue/officePresets.ts';
import classes from './OfficeSizeCards.module.css';

interface OfficeSizeCardsProps {
  readonly value: OfficeSize | null;
  readonly onChoose: (size: OfficeSize) => void;
}

export function OfficeSizeCards({ value, onChoose }: OfficeSizeCardsProps) {
  return (
    <Radio.Group
      label="Size of the office"
      description="It says which roles are offered first when a user is added. You can change it later."
      value={value}
      onChange={(size) => {
        if (isOfficeSize(size)) onChoose(size);
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs" mt={6}>
        {OFFICE_SIZES.map((size) => {
          const { label, people, because, administration, roles } = OFFICE_PRESETS[size];
          return (
            <Radio.Card key={size} value={size} className={classes.card ?? ''} aria-label={`${label}: ${people}`}>
              <span className={classes.head}>
                <Radio.Indicator size="sm" />
                <Text component="span" fw={600}>
                  {label}
                </Text>
              </span>
              <Text component="span" size="sm" display="block" className={classes.people ?? ''}>
                {people}
              </Text>
              <Text component="span" size="xs" display="block" mt={4}>
                {because} {administration}
              </Text>
              <Text component="span" size="xs" fw={600} className={classes.count ?? ''}>
                {roles.length} roles are offered first
              </Text>
            </Radio.Card>
          );
        })}
      </SimpleGrid>
    </Radio.Group>
  );
}
