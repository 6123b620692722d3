// Office > Stock: what is on hand, and what is below its level (S2.112).
import { SegmentedControl, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { GridColumn, GridSort } from '../../components/grid/gridColumn.ts';
import { ListAndDetail } from '../../components/ListAndDetail.tsx';
import screenClasses from '../../components/ListScreen.module.css';
import { ListSearch, SEARCH_REST_MS } from '../../components/ListSearch.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOpenRecord } from '../../components/useOpenRecord.ts';
import { call } from '../../ipc/client.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { LevelStrip } from './LevelStrip.tsx';
import { StockPanel } from './StockPanel.tsx';

type StockRow = Output<'stock.find'>['rows'][number];

const COLUMNS: readonly GridColumn<StockRow>[] = [
  { id: 'name', header: 'Product', width: 220, render: ({ name }) => name, sortId: 'name' },
  { id: 'sku', header: 'Item number', width: 110, render: ({ sku }) => sku },
  { id: 'onHand', header: 'On hand', width: 90, render: ({ onHand }) => onHand, sortId: 'onHand' },
  { id: 'unit', header: 'Unit', width: 90, render: ({ unit }) => unit },
  { id: 'warnBelow', header: 'Level', width: 70, render: ({ warnBelow }) => (warnBelow === 0 ? '' : warnBelow) },
  { id: 'state', header: 'State', width: 110, render: ({ isBelow }) => (isBelow ? 'Below level' : '') },
];

export function StockScreen() {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, SEARCH_REST_MS);
  const [isBelowOnly, setIsBelowOnly] = useState(false);
  const [sort, setSort] = useState<GridSort>({ sortId: 'name', isDescending: false });
  const record = useOpenRecord();
  const query = {
    search: asked,
    isBelowOnly,
    sort: sort.sortId === 'onHand' ? ('onHand' as const) : ('name' as const),
    isDescending: sort.isDescending,
  };
  return (
    <div className={screenClasses.screen}>
      <PageHeader
        title="Stock"
        actions={
          <>
            <ListSearch label="Search products" value={search} onChange={setSearch} />
            <SegmentedControl
              size="sm"
              aria-label="Which products"
              data={[
                { value: 'all', label: 'All' },
                { value: 'below', label: 'Below level' },
              ]}
              value={isBelowOnly ? 'below' : 'all'}
              onChange={(value) => setIsBelowOnly(value === 'below')}
            />
          </>
        }
      />
      {isBelowOnly ? null : <LevelStrip onShow={() => setIsBelowOnly(true)} />}
      <ListAndDetail
        list={
          <DataGrid
            label="Stock"
            columns={COLUMNS}
            rowKey={({ id }) => id}
            fetchPage={(offset, limit) => call('stock.find', { ...query, offset, limit })}
            queryKey={['stock.find', asked, isBelowOnly]}
            sort={sort}
            onSort={setSort}
            selectedKey={record.selectedKey}
            onSelect={({ id }) => record.select(id)}
            onOpen={({ id }) => record.open(id)}
            empty={
              isBelowOnly ? (
                <EmptyState title="Nothing is below its level." hint="Levels are set with each product." />
              ) : (
                <EmptyState title="No product is here." hint="Add products first, then count them." />
              )
            }
          />
        }
        detail={record.openKey === null ? null : <OpenProduct key={record.openKey} productId={record.openKey} />}
        detailLabel="Open product"
        detailKey={record.openKey ?? undefined}
        backLabel="Back to the stock"
        onBack={record.close}
      />
    </div>
  );
}

/** The name comes with the stock: the row that is marked may be another one already. */
function OpenProduct({ productId }: { readonly productId: string }) {
  const { value } = useQuery('stock.read', { id: productId });
  return (
    <>
      <Title order={2} size="h4" mb="sm">
        {value?.name ?? ''}
      </Title>
      <StockPanel productId={productId} />
    </>
  );
}
