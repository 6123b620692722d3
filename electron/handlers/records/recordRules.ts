// What a record type adds to the general way of keeping records: values the program writes, and what must hold.
import type { z } from 'zod';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import type { Fields } from '../../../shared/catalogue/records/field.ts';
import type { Refusal } from '../../../shared/errors.ts';
import type { AuthorizedCall } from '../../ipc/stages.ts';

/** The values of a record of these fields. */
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]['schema']> };

/** The values the program writes by itself. */
export type ComputedOf<F extends Fields> = {
  readonly [K in keyof F as F[K] extends { readonly isComputed: true } ? K : never]: z.output<F[K]['schema']>;
};

/** What rules may know of a call: who acts within which reach, and when. */
export type RuledCall = Pick<AuthorizedCall, 'scope' | 'subject' | 'nowMs' | 'note'>;

export interface RecordRules<F extends Fields> {
  /** Computed fields of a new record. Needed where the type has any. */
  readonly start?: (tx: ReadTx, call: RuledCall, typed: ValuesOf<F>) => ComputedOf<F>;
  /** What must hold of a new record besides its schema. */
  readonly checkCreate?: (tx: ReadTx, call: RuledCall, values: ValuesOf<F>) => Refusal | null;
  readonly checkUpdate?: (
    tx: ReadTx,
    call: RuledCall,
    before: ValuesOf<F>,
    after: ValuesOf<F>,
    id: string,
  ) => Refusal | null;
  readonly checkDelete?: (tx: ReadTx, call: RuledCall, values: ValuesOf<F>, id: string) => Refusal | null;
  /** Further rows that change with the record, in the same transaction. */
  readonly afterCreate?: (tx: WriteTx, call: RuledCall, id: string, values: ValuesOf<F>) => void;
  readonly afterUpdate?: (tx: WriteTx, call: RuledCall, id: string, before: ValuesOf<F>, after: ValuesOf<F>) => void;
}
