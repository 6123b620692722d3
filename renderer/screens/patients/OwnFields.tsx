// The fields of one's own record as large text, in their groups; what is empty is said to be (S1.23).
import type { Field, FieldValue } from '../../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { showValue } from '../../components/record/showValue.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import classes from './OwnRecord.module.css';

/** What says nothing while it is so, and reads badly to the person it is about. */
const UNSAID: Readonly<Record<string, FieldValue>> = { deathDate: null, sensitivity: 'normal' };

interface OwnFieldsProps {
  readonly type: RecordType;
  readonly record: OpenedRecord;
}

/** Fields without a group stand in the head of the page. */
export function OwnFields({ type, record }: OwnFieldsProps) {
  const groups = new Map<string, (readonly [string, Field])[]>();
  for (const entry of Object.entries(type.fields)) {
    const [name, { group }] = entry;
    const isUnsaid = name in UNSAID && record.fields[name] === UNSAID[name];
    if (group !== undefined && !isUnsaid) groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return (
    <div className={classes.groups}>
      {[...groups].map(([group, fields]) => (
        <section key={group} className={classes.group} aria-label={group}>
          <h2>{group}</h2>
          <dl>
            {fields.map(([name, field]) => {
              const words = showValue(field, record.fields[name], record.labels[name]);
              return (
                <div key={name}>
                  <dt>{field.label}</dt>
                  <dd className={words === '' ? classes.empty : undefined}>{words === '' ? 'Not recorded' : words}</dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
