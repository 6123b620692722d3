// Procedures of the first run: practice, first Super User, recovery sheet, second Super User, roles.
import { z } from 'zod';
import { anonymous, permission, permissionWithPassword, procedure, session } from '../entry.ts';
import {
  done,
  empty,
  loginId,
  newPassword,
  optionalReason,
  requiredText,
  slug,
  text,
  timeMs,
  typedPassword,
} from '../schemas.ts';

const person = {
  lastName: requiredText(80),
  firstName: requiredText(80),
  middleInitial: text(1),
  loginId,
};
export const personExample = { lastName: 'Whitfield', firstName: 'Dana', middleInitial: '', loginId: 'dwhitfield' };

export const setupProcedures = {
  'setup.create': procedure({
    kind: 'command',
    access: anonymous('no user exists before the first one is made; refused once a practice exists'),
    input: z.strictObject({
      practice: z.strictObject({ name: requiredText(120), timeZone: requiredText(64), address: text(300) }),
      person: z.strictObject({ ...person, password: newPassword }),
    }),
    output: z.strictObject({ recoveryCode: z.string(), installId: z.string() }),
    audit: {
      event: 'practice_created',
      action: 'C',
      says: 'set up the practice and became its first Super User',
      dicomCode: '110120',
    },
    example: {
      practice: { name: 'Maple Street Family Medicine', timeZone: 'America/New_York', address: '' },
      person: { ...personExample, password: 'correct horse battery staple' },
    },
  }),
  'setup.saveRecoverySheet': procedure({
    kind: 'command',
    access: session('puts on paper only the recovery code that was made in this very session'),
    input: z.strictObject({ how: z.enum(['print', 'save']) }),
    output: z.strictObject({ isSaved: z.boolean() }),
    audit: { event: 'recovery_sheet_written', action: 'E', says: 'printed or saved the recovery sheet' },
    example: { how: 'save' },
  }),
  'setup.confirmRecovery': procedure({
    kind: 'command',
    access: session('proves only the recovery code that was made in this very session'),
    input: z.strictObject({
      groups: z.array(z.strictObject({ position: z.int().min(1).max(9), typed: z.string().max(8) })).length(2),
    }),
    output: done,
    audit: {
      event: 'recovery_sheet_confirmed',
      action: 'U',
      says: 'proved to hold the recovery sheet, which makes older ones void',
      dicomCode: '110137',
    },
    example: {
      groups: [
        { position: 1, typed: 'ABCD' },
        { position: 2, typed: 'EFGH' },
      ],
    },
  }),
  'setup.renewRecovery': procedure({
    kind: 'command',
    access: permissionWithPassword('practice:update'),
    input: z.strictObject({ password: typedPassword }),
    output: z.strictObject({ recoveryCode: z.string(), installId: z.string() }),
    audit: { event: 'recovery_code_renewed', action: 'U', says: 'made a new recovery code', dicomCode: '110137' },
    example: { password: 'correct horse battery staple' },
  }),
  'setup.setSecondSuperUser': procedure({
    kind: 'command',
    access: permission('practice:update'),
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person'), ...person }),
      z.strictObject({ kind: z.literal('none'), reason: requiredText(500) }),
    ]),
    output: z.strictObject({ activationCode: z.union([z.null(), z.string()]), expiresAtMs: timeMs }),
    audit: {
      event: 'second_super_user_decided',
      action: 'C',
      says: 'named a second Super User or recorded why there is none',
      dicomCode: '110137',
    },
    example: { kind: 'none', reason: 'The owner works alone.' },
  }),
  'setup.chooseRoles': procedure({
    kind: 'command',
    access: permission('practice:update'),
    input: z.strictObject({ roleIds: z.array(slug).min(1).max(50) }),
    output: done,
    audit: { event: 'roles_chosen', action: 'U', says: 'chose the roles this practice uses', dicomCode: '110136' },
    example: { roleIds: ['front-desk'] },
  }),
  'setup.confirmSafety': procedure({
    kind: 'command',
    access: permission('practice:update'),
    input: empty,
    output: done,
    audit: {
      event: 'safety_settings_confirmed',
      action: 'U',
      says: 'confirmed the safety settings',
      dicomCode: '110129',
    },
    example: {},
  }),
  'setup.finish': procedure({
    kind: 'command',
    access: permission('practice:update'),
    input: z.strictObject({ note: optionalReason }),
    output: done,
    audit: { event: 'setup_finished', action: 'U', says: 'finished the set-up', dicomCode: '110129' },
    example: { note: '' },
  }),
};
