// The types of the catalogue: what one procedure declares.
import type { z } from 'zod';
import type { PermissionId } from './permissions.ts';

/** Who may call. `because` is printed for review: every call without a permission must explain itself. */
export type Access =
  | { readonly kind: 'permission'; readonly permission: PermissionId; readonly stepUp?: true }
  | { readonly kind: 'session'; readonly because: string }
  | { readonly kind: 'anonymous'; readonly because: string };

/** How a call stands in the activity log; `says` completes "Ortiz, Lena …". Calls outside the log say why. */
export type AuditWords =
  | {
      readonly event: string;
      readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
      readonly says: string;
      /** DICOM audit event id beside our own word. Source: DICOM PS3.15 A.5. */
      readonly dicomCode?: string;
    }
  | { readonly none: string };

/** A field of the input; any word where the input is not known. */
type FieldOf<Input> = unknown extends Input ? string : keyof Input & string;

/** Which stored row the call aims at: the named field of its input holds the id. */
export type TargetOf<Input> =
  | { readonly kind: 'user'; readonly idField: FieldOf<Input> }
  /** A row of the record type named `type`. */
  | { readonly kind: 'record'; readonly type: string; readonly idField: FieldOf<Input> };

export type ProcedureKind = 'query' | 'command';

export interface ProcedureEntry<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends ProcedureKind = ProcedureKind,
> {
  /** A query changes no row; a command may. */
  readonly kind: K;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  readonly target?: TargetOf<z.output<I>>;
  /** The call adds or changes a record of this type from its input's `fields`: facts must hold what ties it then. */
  readonly rowAfter?: { readonly type: string };
  /** The call changes a user's rights: facts must hold the proposed change. */
  readonly proposes?: true;
  readonly audit: AuditWords;
  /** A valid input, used by the reference, the access sweep and the fuzzer. */
  readonly example: z.input<I>;
}

/** Declares one procedure; keeps the literal types of its schemas. */
export function procedure<I extends z.ZodType, O extends z.ZodType, K extends ProcedureKind>(
  entry: ProcedureEntry<I, O, K>,
): ProcedureEntry<I, O, K> {
  return entry;
}

export const permission = (id: PermissionId): Access => ({ kind: 'permission', permission: id });
export const permissionWithPassword = (id: PermissionId): Access => ({
  kind: 'permission',
  permission: id,
  stepUp: true,
});
export const session = (because: string): Access => ({ kind: 'session', because });
export const anonymous = (because: string): Access => ({ kind: 'anonymous', because });
