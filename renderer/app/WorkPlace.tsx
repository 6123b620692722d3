// At the foot of the window: where one works now, for whom roles count at certain locations only (S2.29).
import { useCommand } from '../ipc/useCommand.ts';
import { useSession } from '../session/useSession.ts';

const NOWHERE = '';

/** Nothing where the place makes no difference. Everything shown is asked for anew after a change. */
export function WorkPlace() {
  const { subject } = useSession();
  const set = useCommand('session.setWorkLocation');
  if (subject === null || subject.placesOfWork.length === 0) return null;
  const { placesOfWork, workLocation } = subject;
  const isListed =
    workLocation === null || placesOfWork.some(({ locationId }) => locationId === workLocation.locationId);
  const places = isListed || workLocation === null ? placesOfWork : [workLocation, ...placesOfWork];
  return (
    <span className="work-place">
      <label>
        Works at{' '}
        <select
          value={workLocation?.locationId ?? NOWHERE}
          disabled={set.isRunning}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void set.run({ locationId: value === NOWHERE ? null : value });
          }}
        >
          <option value={NOWHERE}>not chosen</option>
          {places.map(({ locationId, name }) => (
            <option key={locationId} value={locationId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {set.refusal === null ? null : <span role="alert"> {set.refusal.message}</span>}
    </span>
  );
}
