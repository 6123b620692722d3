// Patients: the list on the left, the open record on the right (S2.107, S5.13, S5.14).
import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { PATIENT_SORTS } from '../../../shared/catalogue/procedures/patient.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { GridSort } from '../../components/grid/gridColumn.ts';
import { ListAndDetail } from '../../components/ListAndDetail.tsx';
import screenClasses from '../../components/ListScreen.module.css';
import { ListSearch, SEARCH_REST_MS } from '../../components/ListSearch.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useOpenRecord } from '../../components/useOpenRecord.ts';
import { call } from '../../ipc/client.ts';
import { useDraft } from '../../session/useDraft.ts';
import { useSession } from '../../session/useSession.ts';
import { PatientDetail } from './PatientDetail.tsx';
import { PATIENT_COLUMNS } from './patientColumns.tsx';
import { type PatientDraft, parsePatientDraft } from './patientDraft.ts';

const LEAVE_WORDS = {
  title: 'Leave without saving?',
  says: 'What you typed in this record is not saved yet and would be lost.',
  stayLabel: 'Stay here',
  leaveLabel: 'Discard what I typed',
};

/** Only patients within the provider scope of the person appear, in the list, its count and its search alike. */
export function PatientsScreen() {
  const { subject } = useSession();
  const providerLimit = subject?.providerLimit ?? null;
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, SEARCH_REST_MS);
  const [sort, setSort] = useState<GridSort>({ sortId: 'name', isDescending: false });
  const record = useOpenRecord();
  const [typed, setTyped] = useState<PatientDraft | null>(null);
  const [kept, setKept] = useState<PatientDraft | null>(null);
  const guard = useLeaveGuard(typed !== null, LEAVE_WORDS);
  const restore = useCallback(
    (content: unknown) => {
      const draft = parsePatientDraft(content);
      if (draft === null) return;
      setKept(draft);
      record.open(draft.patientId);
    },
    [record.open],
  );
  useDraft<unknown>('patients', typed !== null, typed, restore);

  const fetchPage = (offset: number, limit: number) =>
    call('patient.find', { search: asked, ...sortOf(sort), isDescending: sort.isDescending, offset, limit });
  const go = (patientId: string, open: (key: string) => void) => {
    if (patientId === record.openKey) return;
    guard.ask(() => {
      setTyped(null);
      setKept(null);
      open(patientId);
    });
  };
  const close = () => {
    setTyped(null);
    setKept(null);
    record.close();
  };
  const empty =
    asked === '' ? (
      <EmptyState
        title="No patients yet."
        hint={
          providerLimit === null
            ? 'Import them from a CSV file.'
            : 'None is assigned to your providers. A Super User can change your provider limit.'
        }
        action={
          <Button component={Link} to="/import" variant="default">
            Import…
          </Button>
        }
      />
    ) : (
      <EmptyState title="No patient matches." hint="Search for a name, a record number, a date of birth or a city." />
    );
  return (
    <div className={screenClasses.screen}>
      <PageHeader
        title="Patients"
        actions={
          <>
            {providerLimit === null ? null : (
              <Text size="sm" c="dimmed">
                You see the patients of {providerLimit === 1 ? '1 provider' : `${providerLimit} providers`}.
              </Text>
            )}
            <ListSearch label="Search patients" value={search} onChange={setSearch} />
          </>
        }
      />
      <ListAndDetail
        list={
          <DataGrid
            label="Patients"
            columns={PATIENT_COLUMNS}
            rowKey={({ patientId }) => patientId}
            fetchPage={fetchPage}
            queryKey={['patient.find', asked]}
            sort={sort}
            onSort={setSort}
            selectedKey={record.selectedKey}
            onSelect={({ patientId }) => go(patientId, record.select)}
            onOpen={({ patientId }) => go(patientId, record.open)}
            empty={empty}
          />
        }
        detail={
          record.openKey === null ? null : (
            <PatientDetail
              key={record.openKey}
              patientId={record.openKey}
              draft={kept?.patientId === record.openKey ? kept : null}
              onDraft={setTyped}
              onDeleted={close}
            />
          )
        }
        detailLabel="Patient record"
        backLabel="Back to patients"
        onBack={() => guard.ask(close)}
      />
      {guard.dialog}
    </div>
  );
}

function sortOf({ sortId }: GridSort) {
  return { sort: PATIENT_SORTS.find((known) => known === sortId) ?? 'name' };
}
