// The page of a patient's own login: their record, to look at (S1.23).
import { Paper, Skeleton } from '@mantine/core';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import screenClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RecordDetail } from '../../components/record/RecordDetail.tsx';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { patientSubtitle } from './patientSubtitle.ts';

const TYPE = patient as unknown as RecordType;
const { field, isDescending } = TYPE.defaultSort;
const FIRST = { search: '', sort: field, isDescending, filter: noFilter(TYPE), offset: 0, limit: 1 };

/** Nothing can be changed here, and no other record is reached. */
export function OwnRecord() {
  const { value, refusal, reload } = useRecordQuery(TYPE, 'find', FIRST);
  const own = value?.rows[0];
  return (
    <div className={screenClasses.screen}>
      <PageHeader title="Your record" />
      {refusal !== null ? (
        <LoadFailed refusal={refusal} onRetry={reload} />
      ) : value === undefined ? (
        <Skeleton height={240} aria-busy="true" aria-label="Your record is loading" />
      ) : own === undefined ? (
        <EmptyState title="No record is linked to this login." hint="Ask at the front desk." />
      ) : (
        <Paper withBorder p="md" bg="var(--keyward-panel)">
          <RecordDetail
            type={TYPE}
            recordId={own.id}
            draft={null}
            onDraft={nothingTyped}
            onDeleted={reload}
            subtitle={patientSubtitle}
            lockedBecause={() => 'This is your own record. To have something put right, ask at the front desk.'}
          />
        </Paper>
      )}
    </div>
  );
}

function nothingTyped(): void {
  // Nothing can be typed on this page, so there is no draft to keep.
}
