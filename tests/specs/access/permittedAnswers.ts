// For every procedure an input with real ids, and what a permitted caller is answered: mostly a refusal after the decision,
// such as a stale version, so that the practice stays as it is from cell to cell.
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { DEFAULT_SETTINGS } from '../../../shared/catalogue/procedures/practice.ts';
import { PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { RecordAction, RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import type { RefusalCode } from '../../../shared/errors.ts';
import { GRAY_PHOTO_BASE64 } from '../../../shared/photo/grayPhoto.ts';
import type { AccessWorld } from '../../support/accessWorld.ts';
import type { MadeRecord } from '../../support/exampleRecord.ts';
import { PASSWORD } from '../../support/startTestCore.ts';
import { billingAnswers } from './billingAnswers.ts';
import { listAnswers } from './listAnswers.ts';
import { officeAnswers } from './officeAnswers.ts';
import { scheduleAnswers } from './scheduleAnswers.ts';

/** Their rows for what recordAnswers() cannot know stand in billingAnswers.ts. */
const BILLING_TYPES = [
  'procedureCode',
  'diagnosisCode',
  'feeItem',
  'claim',
  'charge',
  'invoice',
  'payment',
  'adjustment',
  'refund',
  'reconciliation',
];

export interface PermittedAnswer {
  readonly input: unknown;
  readonly answer: 'ok' | RefusalCode;
  /** What a limited user is answered instead: whom the limit keeps out, and with what. */
  readonly outside?: Outside;
  /** The call aims at one record, which belongs to another user than the caller. */
  readonly isAimed?: true;
  /** The call adds a record that belongs to another user than the caller. */
  readonly isForAnother?: true;
  /** Takes away again what a permitted call has added, given its answer. */
  readonly undo?: Undo;
}

export interface Undo {
  readonly by: 'owner' | 'caller';
  readonly call: ProcedureName;
  readonly input: (added: unknown) => unknown;
}

export interface Outside {
  /** `other`: users limited to other providers than `own`. `anybody`: users with any limit. */
  readonly whoIs: 'other' | 'anybody';
  readonly answer: RefusalCode;
}

const OFFICE_TYPES = ['product', 'purchaseOrder', 'orderLine', 'stockMovement', 'call', 'punch'];
const NO_RIGHTS = { name: 'Billing', purpose: 'Bills.', parentId: null, policyIds: [], taskIds: [], permissions: [] };
const STALE = 9_999;
const NOWHERE = '01900000-0000-7000-8000-00000000ffff';

/** A row per procedure; written out, so that a new procedure fails until somebody has thought about it. */
export function permittedAnswers(world: AccessWorld): Readonly<Record<string, PermittedAnswer>> {
  const about = { userId: world.plainUserId, version: STALE, reason: 'Asked by the owner.' };
  const { info } = PROCEDURES['user.add'].example;
  const noRights = { roleIds: [], exceptions: [], scope: { kind: 'selected', providerIds: [] } };
  const ok = (input: unknown = {}): PermittedAnswer => ({ input, answer: 'ok' });
  const ends = (answer: RefusalCode, input: unknown = {}): PermittedAnswer => ({ input, answer });
  const example = (name: ProcedureName) => PROCEDURES[name].example;
  /** A command of its own on the record of the provider `own`. */
  const onRecord = (typeName: string, answer: PermittedAnswer['answer'], input: object): PermittedAnswer => ({
    input: { id: world.records.get(typeName)?.id ?? NOWHERE, ...input },
    answer,
    isAimed: true,
    outside: { whoIs: 'other', answer: 'NOT_FOUND' },
  });

  return {
    'session.readState': ok(),
    'session.giveReason': ok(example('session.giveReason')),
    'reasonRules.read': ok(),
    'reasonRules.update': ends('CONFLICT', {
      ...example('reasonRules.update'),
      was: { permissions: ['claim:export'], isAskedOutOfPattern: true },
    }),
    'session.setWorkLocation': ok({ locationId: null }),
    'session.create': ends('UNAUTHENTICATED', { loginId: 'nobody', password: 'wrong' }),
    'session.activate': ends('UNAUTHENTICATED', { ...example('session.activate'), loginId: 'nobody' }),
    'session.recover': ends('UNAUTHENTICATED', example('session.recover')),
    'session.checkPassword': ok(example('session.checkPassword')),
    'setup.create': ends('CONFLICT', example('setup.create')),

    'session.touch': ok(),
    'session.keepDraft': ok({ draft: null }),
    'session.takeDraft': ok(),
    'session.changePassword': ok({ currentPassword: PASSWORD, newPassword: PASSWORD }),
    'session.delete': ok(),
    'session.lock': ok({ why: 'user' }),
    'job.read': ends('NOT_FOUND', { jobId: NOWHERE }),
    'job.cancel': ends('NOT_FOUND', { jobId: NOWHERE }),
    'practice.readStatus': ok(),

    'session.acknowledgeNotice': ends('NOT_FOUND', { noticeId: NOWHERE }),
    'setup.renewRecovery': ok({ password: PASSWORD }),
    'setup.saveRecoverySheet': ends('CONFLICT', { how: 'save' }),
    'setup.confirmRecovery': ends('CONFLICT', example('setup.confirmRecovery')),
    'setup.setSecondSuperUser': ends('CONFLICT', example('setup.setSecondSuperUser')),
    'setup.chooseRoles': ok({ roleIds: world.roleIds }),
    'setup.confirmSafety': ok(),
    'setup.finish': ends('CONFLICT', { note: '' }),

    'access.explain': ends('CONSTRAINT_VIOLATED', {
      userId: world.plainUserId,
      procedure: 'patient.juggle',
      targetId: null,
    }),
    'access.findHolders': ok(example('access.findHolders')),
    'access.replayUserChange': ok({
      ...{ userId: world.plainUserId, roleIds: [], exceptions: [], scope: { kind: 'all' }, days: 90 },
    }),
    'access.replayRoleChange': ok(example('access.replayRoleChange')),
    'access.printDay': {
      input: { patientId: world.patientId.own, day: '2026-11-22' },
      answer: 'ok',
      isAimed: true,
      outside: { whoIs: 'other', answer: 'NOT_FOUND' },
    },
    'proof.run': ok({ userId: world.plainUserId }),
    'access.printRights': ok({ userId: world.plainUserId }),
    'access.findUnused': ok(example('access.findUnused')),
    'access.readUnused': ok({ userId: world.plainUserId, days: 90 }),
    'expectation.find': ok(),
    'expectation.countBroken': ok(),
    'expectation.preview': ok(example('expectation.preview')),
    'expectation.create': ends('CONSTRAINT_VIOLATED', example('expectation.create')),
    'expectation.delete': ends('NOT_FOUND', { expectationId: NOWHERE, version: STALE, reason: 'Asked by the owner.' }),

    'user.read': ok({ userId: world.plainUserId }),
    'user.findProviderChoices': ok(),
    'user.findLocationChoices': ok(),
    'user.add': ends('CONSTRAINT_VIOLATED', { info, ...noRights, roleIds: ['no-such-role'], copiedFromUserId: null }),
    'user.previewUpdate': ends('CONFLICT', { userId: about.userId, version: STALE, info, ...noRights }),
    'user.update': ends('CONFLICT', { ...about, info, ...noRights }),
    'user.setSuperUser': ends('CONFLICT', { ...about, isSuperUser: false, password: PASSWORD }),
    'user.setAccessSecurity': ends('CONFLICT', { ...about, hasAccessSecurity: false, password: PASSWORD }),
    'user.setPhiRestricted': ends('CONFLICT', { ...about, isPhiRestricted: true }),
    'user.disable': ends('CONFLICT', about),
    'user.enable': ends('CONFLICT', about),
    'user.lockOut': ends('CONFLICT', { ...about, untilMs: null }),
    'user.unlock': ends('CONFLICT', about),
    'user.issueActivationCode': ends('CONFLICT', about),
    'user.delete': ends('CONFLICT', about),

    'role.find': ok(),
    'role.read': ok(example('role.read')),
    // A name that is taken, and a shipped role: refused after the decision. No rights, so that everybody lacks none of them.
    'role.create': ends('CONSTRAINT_VIOLATED', { ...example('role.create'), fields: NO_RIGHTS }),
    'role.previewUpdate': ends('CONSTRAINT_VIOLATED', example('role.previewUpdate')),
    'role.update': ends('CONSTRAINT_VIOLATED', { ...example('role.update'), fields: NO_RIGHTS }),
    'role.withdrawChange': ends('CONSTRAINT_VIOLATED', example('role.withdrawChange')),
    'role.delete': ends('CONSTRAINT_VIOLATED', example('role.delete')),
    'role.applyPack': ends('CONFLICT', { ...example('role.applyPack'), keys: [] }),
    'role.findVersions': ok(example('role.findVersions')),
    'role.print': ok(example('role.print')),
    'role.printBinder': ok(example('role.printBinder')),
    'role.lockOut': ends('CONSTRAINT_VIOLATED', { ...example('role.lockOut'), untilMs: 1 }),
    'role.unlock': ends('CONSTRAINT_VIOLATED', example('role.unlock')),

    ...recordAnswers(world, 'location'),
    ...recordAnswers(world, 'payer'),
    ...recordAnswers(world, 'provider'),
    'provider.readPhoto': onRecord('provider', 'ok', {}),
    'provider.setPhoto': onRecord('provider', 'ok', { jpegBase64: GRAY_PHOTO_BASE64 }),
    // Who may remove a photo has set one in the cell before.
    'provider.removePhoto': onRecord('provider', 'ok', {}),
    'provider.findExpiringLicenses': ok(),
    'provider.readMetrics': ok(example('provider.readMetrics')),
    'provider.exportMetrics': ok(example('provider.exportMetrics')),
    'provider.setCommission': onRecord('provider', 'ok', { basisPoints: 250 }),
    ...recordAnswers(world, 'patient'),
    ...recordAnswers(world, 'rating'),
    ...recordAnswers(world, 'patientGrant'),
    ...recordAnswers(world, 'consentTemplate'),
    ...recordAnswers(world, 'consent'),
    ...recordAnswers(world, 'appointment'),
    ...recordAnswers(world, 'workingHours'),
    ...recordAnswers(world, 'providerBreak'),
    ...scheduleAnswers(world),
    ...listAnswers(),
    ...recordAnswers(world, 'note'),
    ...recordAnswers(world, 'noteAddendum'),
    'note.sign': onRecord('note', 'CONFLICT', { version: STALE, password: PASSWORD }),
    'note.addAddendum': onRecord('note', 'CONSTRAINT_VIOLATED', { body: 'The dose was 20 mg.' }),
    ...Object.assign({}, ...BILLING_TYPES.map((type) => recordAnswers(world, type))),
    ...billingAnswers(world),
    ...Object.assign({}, ...OFFICE_TYPES.map((type) => recordAnswers(world, type))),
    ...officeAnswers(world),

    'import.choose': ok({ kind: 'patient' }),
    'import.check': ends('NOT_FOUND', { importId: NOWHERE, mapping: {}, knownRows: 'leaveOut' }),
    'import.apply': ends('NOT_FOUND', { importId: NOWHERE }),
    'import.discard': ok({ importId: NOWHERE }),
    'patient.findSimilar': ok(example('patient.findSimilar')),
    'patient.printCopy': onRecord('patient', 'ok', { purpose: 'Asked by the patient.' }),
    'patient.findAccesses': onRecord('patient', 'ok', { fromDay: '2025-11-22', toDay: '2026-11-22' }),
    'patient.printAccesses': onRecord('patient', 'INVALID_INPUT', {
      ...{ fromDay: '2026-11-22', toDay: '2025-11-22' },
      purpose: 'Asked by the patient.',
    }),
    'fhir.export': ok({ kinds: ['patient'], purpose: 'Asked by the owner.' }),

    'audit.find': ok({ filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 1 }),
    'audit.findChoices': ok(),
    'audit.readStatus': ok(),
    'audit.startVerify': ok(),
    'audit.print': ok(example('audit.print')),
    'audit.startExport': ok(example('audit.startExport')),

    'checklist.read': ok(),
    'checklist.chooseOfficeSize': ok({ officeSize: 'small' }),
    'checklist.setRoleNeeded': ends('NOT_FOUND', { roleId: 'no-such-role', isNeeded: false }),
    'checklist.setShown': ok({ isShown: true }),

    'organization.read': ok(),
    'organization.update': ends('CONFLICT', { ...example('organization.update'), version: STALE }),
    'setting.read': ok(),
    'workstation.read': ok(),
    'workstation.lockOut': ends('CONSTRAINT_VIOLATED', { ...example('workstation.lockOut'), untilMs: 1 }),
    'workstation.unlock': ends('CONSTRAINT_VIOLATED', example('workstation.unlock')),
    'rightsRules.read': ok(),
    'rightsRules.setToxicPairs': ends('CONFLICT', { ...example('rightsRules.setToxicPairs'), was: 'block' }),
    'rightsRules.setBeyondTasks': ends('CONFLICT', { ...example('rightsRules.setBeyondTasks'), was: 'block' }),
    'rightsRules.setSecondApprover': ends('CONFLICT', {
      ...example('rightsRules.setSecondApprover'),
      was: 'on',
      password: PASSWORD,
    }),
    'proposal.find': ok(),
    'proposal.preview': ends('NOT_FOUND', example('proposal.preview')),
    'proposal.approveRoleChange': ends('NOT_FOUND', example('proposal.approveRoleChange')),
    'proposal.rejectRoleChange': ends('NOT_FOUND', example('proposal.rejectRoleChange')),
    'proposal.approveUserChange': ends('NOT_FOUND', example('proposal.approveUserChange')),
    'proposal.rejectUserChange': ends('NOT_FOUND', example('proposal.rejectUserChange')),
    'rightsRules.findExceptions': ok(),
    'rightsRules.setModel': ends('CONFLICT', {
      ...example('rightsRules.setModel'),
      was: 'strict',
      password: PASSWORD,
    }),
    'setting.update': ends('CONFLICT', { version: STALE, values: DEFAULT_SETTINGS, reason: '' }),
  };
}

/** The rows of a record type, aimed at its record in the practice. A type whose rules refuse a second record like its
 *  example, or that has not every action, gets its rows for those after these. */
function recordAnswers(world: AccessWorld, typeName: string): Readonly<Record<string, PermittedAnswer>> {
  const type = recordTypeNamed(typeName);
  const record = world.records.get(typeName);
  if (type === null) throw new Error(`no record type \`${typeName}\``);
  const { id, fields } = record ?? { id: NOWHERE, fields: {} };
  const example = PROCEDURES[`${typeName}.find` as 'patient.find'].example;
  const { limit: _limit, offset: _offset, ...query } = example;
  const isOfProvider = belongsToProvider(type, fields);
  const hidden: Partial<PermittedAnswer> = isOfProvider ? { outside: { whoIs: 'other', answer: 'NOT_FOUND' } } : {};
  const aimed = (answer: PermittedAnswer['answer'], input: object): PermittedAnswer => ({
    input: { id, ...input },
    answer,
    isAimed: true,
    ...hidden,
  });
  // A new provider is in nobody's limit; a new record of the provider `own` is in the limit to that provider.
  const whoIs = type.scope.providers.by === 'self' ? 'anybody' : 'other';
  const rows: Record<RecordAction, PermittedAnswer> = {
    find: { input: example, answer: 'ok' },
    read: aimed('ok', {}),
    readHistory: aimed('ok', {}),
    create: {
      input: { fields },
      answer: 'ok',
      undo: {
        by: 'owner',
        call: `${typeName}.delete` as ProcedureName,
        input: (added) => ({ ...(added as object), reason: 'Entered twice.' }),
      },
      ...(isOfProvider ? { outside: { whoIs, answer: 'CONSTRAINT_VIOLATED' } } : {}),
    },
    update: aimed('CONFLICT', { version: STALE, fields }),
    delete: aimed('CONFLICT', { version: STALE, reason: 'Entered twice.' }),
    export: { input: { ...query, purpose: 'Asked by the owner.' }, answer: 'ok' },
  };
  return Object.fromEntries(type.actions.map((action) => [`${typeName}.${action}`, rows[action]]));
}

/** Whether the type's record in the practice lies in the limit to the provider `own` and in no other. */
function belongsToProvider(type: RecordType, fields: MadeRecord['fields']): boolean {
  const tie = type.scope.providers;
  if (tie.by === 'none') return false;
  return tie.by !== 'patient' || !tie.isOpenWithout || fields[tie.field] !== null;
}
