// Everybody who can sign in with how much of what they hold they used, the most unused PHI first.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { useRovingCells } from '../../components/grid/useRovingCells.ts';
import tableClasses from '../../components/OpenTable.module.css';
import classes from './unusedRights.module.css';

interface PeopleTableProps {
  readonly people: Output<'access.findUnused'>['people'];
  readonly openUserId: string | null;
  readonly onOpen: (userId: string) => void;
}

const HEADS = ['Name', 'Unused, with PHI', 'Unused', 'Too young to tell', 'Held', 'Least privilege'];
const NOT_TOLD = '–';

export function PeopleTable({ people, openUserId, onOpen }: PeopleTableProps) {
  const { table, cell } = useRovingCells(people.length + 1, HEADS.length);
  return (
    <div className={tableClasses.list}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through with arrow keys is an ARIA grid */}
      <table {...table} role="grid" aria-label="People and their unused rights" className={tableClasses.table}>
        <thead>
          <tr>
            {HEADS.map((head, at) => (
              <th key={head} scope="col" {...cell(0, at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, at) => (
            <tr key={person.userId} aria-selected={person.userId === openUserId} onClick={() => onOpen(person.userId)}>
              <td>
                <button
                  type="button"
                  className={tableClasses.open}
                  {...cell(at + 1, 0)}
                  onClick={() => onOpen(person.userId)}
                >
                  {person.name}
                </button>
                <span className={classes.roles}>{rolesOf(person)}</span>
              </td>
              <td
                {...cell(at + 1, 1)}
                className={classes.number}
                data-stands-out={person.unusedPhiCount > 0 || undefined}
              >
                {canTell(person) ? person.unusedPhiCount : NOT_TOLD}
              </td>
              <td {...cell(at + 1, 2)} className={classes.number}>
                {canTell(person) ? person.unusedCount : NOT_TOLD}
              </td>
              <td {...cell(at + 1, 3)} className={classes.number}>
                {person.tooYoungCount}
              </td>
              <td {...cell(at + 1, 4)} className={classes.number}>
                {person.heldCount}
              </td>
              <td {...cell(at + 1, 5)} className={classes.number}>
                {person.score} of 100
              </td>
            </tr>
          ))}
        </tbody>
        <caption className={tableClasses.caption}>
          {people.length === 1 ? '1 person' : `${people.length} people`} who can sign in.
        </caption>
      </table>
    </div>
  );
}

/** No unused right found says nothing where the rights are younger than the time asked about. */
function canTell({ unusedCount, tooYoungCount }: PeopleTableProps['people'][number]): boolean {
  return unusedCount > 0 || tooYoungCount === 0;
}

function rolesOf({ roleNames, isSuperUser }: PeopleTableProps['people'][number]): string {
  const all = [...(isSuperUser ? ['Super User'] : []), ...roleNames];
  return all.length === 0 ? 'no role' : all.join(', ');
}
