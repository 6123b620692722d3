// The screen of any record type: the list on the left, the open or new record on the right, made from the declaration.
import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { callRecord, type OpenedRecord, type RecordFields, type RecordFilter } from '../../ipc/callRecord.ts';
import { useDraft } from '../../session/useDraft.ts';
import { useSession } from '../../session/useSession.ts';
import { DataGrid } from '../grid/DataGrid.tsx';
import type { GridSort } from '../grid/gridColumn.ts';
import { ListAndDetail } from '../ListAndDetail.tsx';
import screenClasses from '../ListScreen.module.css';
import { ListSearch, SEARCH_REST_MS } from '../ListSearch.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { useLeaveGuard } from '../useLeaveGuard.tsx';
import { useOpenRecord } from '../useOpenRecord.ts';
import { ExportButton } from './ExportButton.tsx';
import { NewRecord } from './NewRecord.tsx';
import { RecordDetail } from './RecordDetail.tsx';
import { RecordFilters } from './RecordFilters.tsx';
import type { RecordFormProps } from './RecordForm.tsx';
import { recordColumns } from './recordColumns.ts';
import { type FormValues, parseRecordDraft, type RecordDraft } from './recordDraft.ts';

interface RecordScreenProps {
  readonly type: RecordType;
  readonly title: string;
  /** The screen's path without the slash, under which a draft is kept. */
  readonly path: string;
  /** What the list says when nothing is there yet. */
  readonly empty: ReactNode;
  /** What the list says when nothing matches. */
  readonly noMatch: ReactNode;
  readonly subtitle?: (record: OpenedRecord) => ReactNode;
  readonly extra?: RecordFormProps['extra'];
  readonly lockedBecause?: (record: OpenedRecord) => string | null;
  /** What somebody should look at, between the head of the page and its filters. */
  readonly strip?: ReactNode;
  /** Further buttons of the page. */
  readonly actions?: ReactNode;
  /** Values a new record begins with. */
  readonly preset?: RecordFields;
  /** What somebody should know while they enter a new record. */
  readonly newNotice?: (values: FormValues) => ReactNode;
  /** What somebody should know before they save a change. */
  readonly changeNotice?: (record: OpenedRecord, values: FormValues) => ReactNode;
  /** How the list is narrowed at first. */
  readonly startFilter?: RecordFilter;
}

const NEW = 'new';

/** Only what lies within the person's reach appears, in the list, its count and its search alike. */
export function RecordScreen(props: RecordScreenProps) {
  const { type, title, path } = props;
  const { subject, can } = useSession();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, SEARCH_REST_MS);
  const [filter, setFilter] = useState<RecordFilter>(() => props.startFilter ?? noFilter(type));
  const [sort, setSort] = useState<GridSort>({
    sortId: type.defaultSort.field,
    isDescending: type.defaultSort.isDescending,
  });
  const record = useOpenRecord();
  const [typed, setTyped] = useState<RecordDraft | null>(null);
  const [kept, setKept] = useState<RecordDraft | null>(null);
  const columns = useMemo(() => recordColumns(type), [type]);
  const guard = useLeaveGuard(typed !== null, {
    title: 'Leave without saving?',
    says: `What you typed in this ${type.one} is not saved yet and would be lost.`,
    stayLabel: 'Stay here',
    leaveLabel: 'Discard what I typed',
  });
  const restore = useCallback(
    (content: unknown) => {
      const draft = parseRecordDraft(type, content);
      if (draft === null) return;
      setKept(draft);
      record.open(draft.id ?? NEW);
    },
    [record.open, type],
  );
  useDraft<unknown>(path, typed !== null, typed, restore);

  const query = { search: asked, sort: sort.sortId, isDescending: sort.isDescending, filter };
  const go = (key: string, open: (key: string) => void) => {
    // Back on the open row: one that was only passed on the way must not open a moment later.
    if (key === record.openKey) return record.open(key);
    guard.ask(() => {
      setTyped(null);
      setKept(null);
      open(key);
    });
  };
  const close = () => {
    setTyped(null);
    setKept(null);
    record.close();
  };
  const isNarrowed = asked !== '' || Object.values(filter).some((value) => value !== null);
  const limit = type.scope.providers.by === 'none' ? null : (subject?.providerLimit ?? null);
  const shared = { type, draft: kept, onDraft: setTyped };
  return (
    <div className={screenClasses.screen}>
      <PageHeader
        title={title}
        actions={
          <>
            {limit === null ? null : (
              <Text size="sm" c="dimmed">
                You see the {type.many} of {limit === 1 ? '1 provider' : `${limit} providers`}.
              </Text>
            )}
            <ListSearch label={`Search ${type.many}`} value={search} onChange={setSearch} />
            {props.actions}
            {type.actions.includes('export') ? <ExportButton type={type} query={query} /> : null}
            {type.actions.includes('create') && can(`${type.area}:create` as PermissionId) ? (
              <Button size="sm" onClick={() => go(NEW, record.open)}>
                Add {type.one}…
              </Button>
            ) : null}
          </>
        }
      />
      {props.strip}
      <RecordFilters type={type} filter={filter} onChange={setFilter} />
      <ListAndDetail
        list={
          <DataGrid
            label={title}
            columns={columns}
            rowKey={({ id }) => id}
            fetchPage={(offset, pageLimit) => callRecord(type, 'find', { ...query, offset, limit: pageLimit })}
            queryKey={[`${type.name}.find`, asked, filter]}
            sort={sort}
            onSort={setSort}
            selectedKey={record.selectedKey}
            onSelect={({ id }) => go(id, record.select)}
            onOpen={({ id }) => go(id, record.open)}
            empty={isNarrowed ? props.noMatch : props.empty}
          />
        }
        detail={
          record.openKey === null ? null : record.openKey === NEW ? (
            <NewRecord
              key={NEW}
              {...shared}
              onAdded={(id) => {
                setTyped(null);
                setKept(null);
                record.open(id);
              }}
              onClose={() => guard.ask(close)}
              {...(props.preset === undefined ? {} : { preset: props.preset })}
              {...(props.newNotice === undefined ? {} : { notice: props.newNotice })}
            />
          ) : (
            <RecordDetail
              key={record.openKey}
              {...shared}
              recordId={record.openKey}
              draft={kept?.id === record.openKey ? kept : null}
              onDeleted={close}
              {...(props.subtitle === undefined ? {} : { subtitle: props.subtitle })}
              {...(props.lockedBecause === undefined ? {} : { lockedBecause: props.lockedBecause })}
              {...(props.changeNotice === undefined ? {} : { changeNotice: props.changeNotice })}
              {...(props.extra === undefined ? {} : { extra: props.extra })}
            />
          )
        }
        detailLabel={`Open ${type.one}`}
        detailKey={record.openKey ?? undefined}
        backLabel={`Back to ${type.many}`}
        onBack={() => guard.ask(close)}
      />
      {guard.dialog}
    </div>
  );
}
