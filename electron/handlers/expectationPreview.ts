// Tries a change of rights with the very call that would make it, and tells what it does to the expectations (P6).
import { activateUser } from '../../db/repositories/user.ts';
import { rolledBack } from '../../db/rolledBack.ts';
import type { WriteTx } from '../../db/transaction.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { askedPeople } from '../access/askedPeople.ts';
import { askedExpectations, brokenAmong, effectOf } from '../access/expectationEffect.ts';
import type { AuthorizedCall, Handler, Handlers, ValidCall } from '../ipc/stages.ts';
import { fencedServices } from '../proof/fencedServices.ts';
import type { Services } from '../services.ts';
import type { GivenReasons } from '../session/givenReasons.ts';

type PreviewCall = AuthorizedCall<'expectation.preview'>;
type TriedChange = Input<'expectation.preview'>['change'];

/** The change is made as a window would make it, in this transaction, judged, and taken back: what is foreseen cannot
 *  differ from what comes, and whoever may not make the change learns nothing.
 *  INVARIANT: nothing stays, and nothing outside the database is reached. */
const preview: Handler<'expectation.preview'> = (call, tx, services) => {
  const { procedure } = call.input.change;
  call.note({ changes: [{ field: 'Tried', old: null, new: procedure }] });
  const asked = askedExpectations(tx, services);
  if (asked.length === 0) return { breaks: [], mends: [] };
  const judge = () => brokenAmong(askedExpectations(tx, services), askedPeople(tx, services, call.nowMs));
  const before = judge();
  const after = rolledBack(tx, 'change_preview', () => (isMade(call, tx, services) ? judge() : before));
  return effectOf(tx, asked, { before, after }, call.subject, services);
};

export const expectationPreviewHandlers: Pick<Handlers, 'expectation.preview'> = { 'expectation.preview': preview };

/** Makes the change through the door every call takes; false where it is denied or refused. */
function isMade(call: PreviewCall, tx: WriteTx, services: Services): boolean {
  const { change } = call.input;
  const { session, requestId, windowId, nowMs } = call;
  if (session === null) return false;
  const inside = fencedServices(services, () => ({ ...session, reasons: ANY_REASON }));
  const valid = { requestId, windowId, name: change.procedure, input: inputOf(change) } as unknown as ValidCall;
  const prepared = preparedFor(change, nowMs);
  const admission = services.fire.admit(tx, valid, prepared, [], inside);
  if (!admission.isAdmitted) return false;
  const { record } = services.fire.perform(tx, admission, prepared, inside);
  const { object, patientId } = record.note;
  if (patientId !== undefined) call.note({ patientId });
  // A record that is only tried has an id nobody will ever find.
  else if (object !== undefined) call.note({ object });
  if (record.outcome !== 'succeeded') return false;
  // Enabling gives rights only once the person comes back with the code, and nobody reviews that.
  if (change.procedure === 'user.enable') activateUser(tx, change.input.userId, nowMs);
  return true;
}

/** Stands for what is typed last; the password counts as right, because it can be. */
const TYPED_LAST = { reason: 'Previewed.', password: 'previewed' };

function inputOf({ input }: TriedChange): unknown {
  if (!('fields' in input)) return { ...input, ...TYPED_LAST };
  return 'patientId' in input.fields ? { fields: { ...input.fields, reason: TYPED_LAST.reason } } : input;
}

/** Where the practice asks for a reason first, it can be given. */
const ANY_REASON: GivenReasons = { give: () => undefined, of: () => TYPED_LAST.reason, use: () => undefined };

/** Stands for what the slow steps would make; none of it is kept. */
function preparedFor({ input }: TriedChange, nowMs: number): unknown {
  const userId = 'userId' in input ? input.userId : null;
  return { isSteppedUp: true, userId, activationCode: '', expiresAtMs: nowMs };
}
