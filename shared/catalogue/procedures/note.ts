// Procedures of clinical notes beyond those of every record: sign, and add to a signed note.
import { z } from 'zod';
import { permission, permissionWithPassword, procedure } from '../entry.ts';
import { EXAMPLE_ID, id, requiredText, typedPassword, version } from '../schemas.ts';

const note = { kind: 'record', type: 'note', idField: 'id' } as const;

export const noteProcedures = {
  'note.sign': procedure({
    kind: 'command',
    access: permissionWithPassword('note:update'),
    input: z.strictObject({ id, version, password: typedPassword }),
    output: z.strictObject({ id, version }),
    target: note,
    audit: { event: 'note_signed', action: 'U', says: 'signed and locked a clinical note', dicomCode: '110110' },
    example: { id: EXAMPLE_ID, version: 1, password: 'quiet harbour lantern 47 walnut' },
  }),
  'note.addAddendum': procedure({
    kind: 'command',
    access: permission('note:create'),
    input: z.strictObject({ id, body: requiredText(20_000) }),
    output: z.strictObject({ id }),
    target: note,
    audit: { event: 'note_addendum_added', action: 'C', says: 'added to a signed clinical note', dicomCode: '110110' },
    example: { id: EXAMPLE_ID, body: 'The dose was 20 mg.' },
  }),
};
