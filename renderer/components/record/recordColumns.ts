// The grid columns of a record type, from its declaration.
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { ListedRow } from '../../ipc/callRecord.ts';
import type { GridColumn } from '../grid/gridColumn.ts';
import { showValue } from './showValue.ts';

const TITLE_WIDTH_PX = 170;

/** The title of people first, then every field with a width, in the order of the declaration. */
export function recordColumns(type: RecordType): readonly GridColumn<ListedRow>[] {
  const [first] = type.title;
  const isTitled = first !== undefined && type.title.every((name) => type.fields[name]?.gridWidthPx === undefined);
  const title: GridColumn<ListedRow> = {
    id: 'title',
    header: 'Name',
    width: TITLE_WIDTH_PX,
    render: (row) => row.title,
    ...(first !== undefined && type.fields[first]?.isSortable ? { sortId: first } : {}),
  };
  const rest = Object.entries(type.fields).flatMap(([name, field]): GridColumn<ListedRow>[] =>
    field.gridWidthPx === undefined
      ? []
      : [
          {
            id: name,
            header: field.label,
            width: field.gridWidthPx,
            render: (row) => showValue(field, row.values[name], row.labels[name]),
            ...(field.isSortable ? { sortId: name } : {}),
          },
        ],
  );
  return isTitled ? [title, ...rest] : rest;
}
