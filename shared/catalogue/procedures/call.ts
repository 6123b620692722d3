// Procedures of calls beyond those of every record: finish, open again, hand on, import a transcript (S2.113).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { EXAMPLE_ID, id, reason, version } from '../schemas.ts';

const call = { kind: 'record', type: 'call', idField: 'id' } as const;
const changed = z.strictObject({ id, version });

export const callProcedures = {
  'call.finish': procedure({
    kind: 'command',
    access: permission('call:update'),
    input: z.strictObject({ id, version }),
    output: changed,
    target: call,
    audit: { event: 'call_finished', action: 'U', says: 'marked a call as done' },
    example: { id: EXAMPLE_ID, version: 1 },
  }),
  'call.reopen': procedure({
    kind: 'command',
    access: permission('call:update'),
    input: z.strictObject({ id, version, reason }),
    output: changed,
    target: call,
    audit: { event: 'call_reopened', action: 'U', says: 'opened a finished call again' },
    example: { id: EXAMPLE_ID, version: 2, reason: 'They called once more.' },
  }),
  'call.handOn': procedure({
    kind: 'command',
    access: permission('call:update'),
    input: z.strictObject({ id, version, toUserId: id, reason }),
    output: changed,
    target: call,
    audit: { event: 'call_handed_on', action: 'U', says: 'handed a call on to somebody else' },
    example: { id: EXAMPLE_ID, version: 1, toUserId: EXAMPLE_ID, reason: 'A question for billing.' },
  }),
  'call.importTranscript': procedure({
    kind: 'command',
    access: permission('call:update'),
    input: z.strictObject({ id, version }),
    output: z.union([
      z.strictObject({ isImported: z.literal(false) }),
      z.strictObject({ isImported: z.literal(true), id, version, fileName: z.string() }),
    ]),
    target: call,
    audit: {
      event: 'call_transcript_imported',
      action: 'U',
      says: 'added a text file to the transcript of a call',
      dicomCode: '110107',
    },
    example: { id: EXAMPLE_ID, version: 1 },
  }),
};
