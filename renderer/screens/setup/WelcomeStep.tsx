// What the set-up does, how long it takes, and how the screen should look.
import { List, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

export function WelcomeStep({ onNext }: StepProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <StepFrame
      title="Set up your practice"
      why="No login and no password comes with this program. What you enter here makes the first ones, and the key that locks your records."
      onBack={null}
      onNext={onNext}
      nextLabel="Begin"
    >
      <Text>It takes about five minutes. Have ready:</Text>
      <List spacing={4}>
        <List.Item>the name of the practice,</List.Item>
        <List.Item>a password you have made up: 15 characters or more, for example a short sentence,</List.Item>
        <List.Item>a printer or a USB stick for the recovery sheet.</List.Item>
      </List>
      <Text size="sm">
        Everything stays on this computer, encrypted. Nothing is sent anywhere. If you stop halfway, the program goes on
        at the same step.
      </Text>
      <div>
        <Text size="sm" fw={500} id="look-label" mb={4}>
          How should the screen look?
        </Text>
        <SegmentedControl
          aria-labelledby="look-label"
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
          data={[
            { value: 'auto', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </div>
    </StepFrame>
  );
}
