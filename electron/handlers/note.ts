// Clinical notes: the author signs, signing locks, and what comes later is an addendum (S2.109).
import { insertRecord, updateRecord } from '../../db/records/storedRecord.ts';
import { note } from '../../shared/catalogue/records/note.ts';
import { noteAddendum } from '../../shared/catalogue/records/noteAddendum.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import type { Handler } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { openRecord, recordHandlers, recordToChange } from './records/recordHandlers.ts';
import type { ValuesOf } from './records/recordRules.ts';

const NOTE = note as unknown as RecordType;
const ADDENDUM = noteAddendum as unknown as RecordType;

/** The day has already changed this long before UTC in the easternmost office. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

const LOCKED = refuse(
  'CONSTRAINT_VIOLATED',
  'This note is signed, so it can no longer be changed or deleted. Add an addendum instead.',
);

const sign: Handler<'note.sign'> = (call, tx) => {
  const record = recordToChange(NOTE, call, tx);
  if (isRefusal(record)) return record;
  const values = record.values as unknown as ValuesOf<typeof note.fields>;
  const userId = actingUserId(call);
  if (values.signedAtMs !== null) return refuse('CONFLICT', 'This note is signed already.');
  if (values.authorId !== userId)
    return refuse('CONSTRAINT_VIOLATED', 'Only the author may sign this note. Ask them to do it.');
  const signature = { signedAtMs: call.nowMs, signedById: userId };
  updateRecord(tx, NOTE, record.id, signature, { byUserId: userId, nowMs: call.nowMs });
  call.note({ changes: [{ field: 'Signed', old: null, new: new Date(call.nowMs).toISOString() }] });
  return { id: record.id, version: record.version + 1 };
};

const addAddendum: Handler<'note.addAddendum'> = (call, tx, services) => {
  const record = openRecord(NOTE, call, tx);
  if (isRefusal(record)) return record;
  const { patientId, authorId, noteClass, signedAtMs } = record.values as unknown as ValuesOf<typeof note.fields>;
  if (signedAtMs === null)
    return refuse('CONSTRAINT_VIOLATED', 'This note is not signed yet, so change the note itself.');
  const userId = actingUserId(call);
  const id = services.newId();
  const values = {
    noteId: record.id,
    patientId,
    noteAuthorId: authorId,
    noteClass,
    writtenAtMs: call.nowMs,
    writtenById: userId,
    body: call.input.body,
  };
  insertRecord(tx, ADDENDUM, id, values, { byUserId: userId, nowMs: call.nowMs });
  return { id };
};

export const noteHandlers = {
  ...recordHandlers(note, {
    start: (_tx, call) => ({ authorId: actingUserId(call), signedAtMs: null, signedById: null }),
    checkCreate: (_tx, call, values) => refuseFuture(call.nowMs, values),
    checkUpdate: (_tx, call, before, after) =>
      before.signedAtMs === null ? (refuseMoved(before, after) ?? refuseFuture(call.nowMs, after)) : LOCKED,
    checkDelete: (_tx, _call, values) => (values.signedAtMs === null ? null : LOCKED),
  }),
  ...recordHandlers(noteAddendum),
  'note.sign': sign,
  'note.addAddendum': addAddendum,
};

function refuseFuture(nowMs: number, { noteDate }: ValuesOf<typeof note.fields>): Refusal | null {
  if (noteDate <= new Date(nowMs + EARLIEST_ZONE_MS).toISOString().slice(0, 10)) return null;
  const message = 'the date of the visit lies in the future';
  return refuse('INVALID_INPUT', `Some of what was entered cannot be used: ${message}.`, {
    fields: [{ path: 'noteDate', message }],
  });
}

function refuseMoved(before: ValuesOf<typeof note.fields>, after: ValuesOf<typeof note.fields>): Refusal | null {
  if (before.patientId === after.patientId) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'A note stays with its patient. Delete it and write it again for the right patient.',
  );
}
