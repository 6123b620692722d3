// Asks where one works, as long as nobody has said it and it makes a difference (S2.29).
import { Button, Text } from '@mantine/core';
import { MapPin } from 'lucide-react';
import { RefusalCard } from '../components/RefusalCard.tsx';
import { useCommand } from '../ipc/useCommand.ts';
import { useSession } from '../session/useSession.ts';
import classes from './LicenseStrip.module.css';

/** More places than this are chosen at the foot of the window. */
const MOST_BUTTONS = 6;

export function WorkPlaceStrip() {
  const { subject } = useSession();
  const set = useCommand('session.setWorkLocation');
  if (subject === null || subject.workLocation !== null || subject.placesOfWork.length === 0) return null;
  const { placesOfWork } = subject;
  return (
    <section className={classes.strip} aria-label="Place of work">
      <MapPin size={16} aria-hidden />
      <Text size="sm" component="div" className={classes.words ?? ''}>
        <b>Where do you work now?</b> Some of your rights count at one location only.
        {placesOfWork.length > MOST_BUTTONS ? ' Choose it at the foot of the window.' : ''}
      </Text>
      {placesOfWork.length > MOST_BUTTONS
        ? null
        : placesOfWork.map(({ locationId, name }) => (
            <Button
              key={locationId}
              size="compact-sm"
              variant="default"
              disabled={set.isRunning}
              onClick={() => void set.run({ locationId })}
            >
              {name}
            </Button>
          ))}
      {set.refusal === null ? null : <RefusalCard refusal={set.refusal} onClose={set.clearRefusal} />}
    </section>
  );
}
