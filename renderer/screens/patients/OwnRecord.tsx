// The page of a patient's own login: their record and who opened it, to look at and to print (S1.23).
import { Button, Skeleton } from '@mantine/core';
import { Printer, Users } from 'lucide-react';
import { useState } from 'react';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { showDate } from '../../components/showTime.ts';
import { useFocusOnShow } from '../../components/useFocusOnShow.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { OwnAccesses } from './OwnAccesses.tsx';
import { OwnFields } from './OwnFields.tsx';
import classes from './OwnRecord.module.css';
import { PrintOutcome } from './PrintOutcome.tsx';

const TYPE = patient as unknown as RecordType;
const { field, isDescending } = TYPE.defaultSort;
const FIRST = { search: '', sort: field, isDescending, filter: noFilter(TYPE), offset: 0, limit: 1 };
const NOBODY = '01900000-0000-7000-8000-000000000000';

/** Nothing can be changed here, and no other record is reached. */
export function OwnRecord() {
  const found = useRecordQuery(TYPE, 'find', FIRST);
  const own = found.value?.rows[0];
  const opened = useRecordQuery(TYPE, 'read', { id: own?.id ?? NOBODY }, { enabled: own !== undefined });
  const refusal = found.refusal ?? opened.refusal;
  if (refusal !== null)
    return (
      <>
        <PrintOutcome refusal={refusal} said={null} />
        <Button className={classes.act ?? ''} onClick={found.refusal === null ? opened.reload : found.reload}>
          Try again
        </Button>
      </>
    );
  if (found.value !== undefined && own === undefined)
    return <EmptyState title="No record is linked to this login." hint="Ask at the front desk." />;
  if (opened.value === undefined) return <Skeleton height={320} aria-busy="true" aria-label="Your record is loading" />;
  return <Opened record={opened.value} />;
}

/** One of the two pages; each takes the focus when it comes. */
function Opened({ record }: { readonly record: OpenedRecord }) {
  const [isReceipt, setIsReceipt] = useState(false);
  return isReceipt ? (
    <OwnAccesses patientId={record.id} onBack={() => setIsReceipt(false)} />
  ) : (
    <OwnPage record={record} onReceipt={() => setIsReceipt(true)} />
  );
}

function OwnPage({ record, onReceipt }: { readonly record: OpenedRecord; readonly onReceipt: () => void }) {
  const { can } = useSession();
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const copy = useCommand('patient.printCopy', { refreshes: false });
  const [isPrinted, setIsPrinted] = useState(false);
  const print = async () => {
    setIsPrinted(false);
    setIsPrinted((await copy.run({ id: record.id, purpose: 'Copy for the patient' })) !== null);
  };
  return (
    <>
      <header className={classes.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            Your record
          </h1>
          <p className={classes.sub}>
            {record.title} · record {String(record.fields.recordNumber)} · born{' '}
            {showDate(String(record.fields.birthDate))}
          </p>
        </div>
        <div className={classes.acts}>
          {can('patient:printCopy') ? (
            <Button
              className={classes.act ?? ''}
              leftSection={<Printer size={22} aria-hidden />}
              loading={copy.isRunning}
              onClick={() => void print()}
            >
              Print a copy of my record
            </Button>
          ) : null}
          {can('patient:readAccesses') ? (
            <Button
              className={classes.act ?? ''}
              variant="default"
              leftSection={<Users size={22} aria-hidden />}
              onClick={onReceipt}
            >
              Who opened my record
            </Button>
          ) : null}
        </div>
      </header>
      <PrintOutcome refusal={copy.refusal} said={isPrinted ? 'Your copy is at the printer. Take it with you.' : null} />
      <p className={classes.said}>
        You can look at everything here and change nothing. To have something put right, ask at the front desk.
      </p>
      <OwnFields type={TYPE} record={record} />
    </>
  );
}
