// The inputs of the access cases, with the ids and versions of the practice they run in.
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { DEFAULT_SETTINGS } from '../../../shared/catalogue/procedures/practice.ts';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import type { AccessWorld } from '../../support/accessWorld.ts';
import { PASSWORD } from '../../support/startTestCore.ts';
import type { Limits } from './limitWorld.ts';

export interface CaseWorld extends AccessWorld {
  /** A user whom one case changes and no other looks at. */
  readonly spareUserId: string;
  readonly sensitive: SensitiveRecords;
  readonly limits: Limits;
}

/** Ids of records that not everybody with the right of their area reaches whole. */
export interface SensitiveRecords {
  readonly mentalHealth: string;
  readonly substanceUse: string;
  readonly confidential: string;
  /** A patient with every number that can be masked. */
  readonly numbered: string;
  /** A note of the user `provider`, and a call of the user `call-handling`. */
  readonly noteOfProvider: string;
  readonly callOfHandler: string;
}

type Which = 'own' | 'other' | 'missing';
type Rights = Partial<Pick<CallInput<'user.update'>, 'roleIds' | 'exceptions' | 'scope' | 'roleTerms'>>;

type PatientFields = CallInput<'patient.update'>['fields'];

/** A window without a session. */
export const STRANGER = 'stranger';
const MISSING = '01900000-0000-7000-8000-00000000ffff';

/** A patient by whose they are; to be deleted with a reason. */
export function ofPatient(which: Which, why: 'look' | 'delete' = 'look') {
  return async (world: CaseWorld) => recordInput(which === 'missing' ? MISSING : world.patientId[which], why);
}

export function ofProvider(which: 'own' | 'other', why: 'look' | 'delete' = 'look') {
  return async (world: CaseWorld) => recordInput(world.providerId[which], why);
}

function recordInput(id: string, why: 'look' | 'delete') {
  return why === 'look' ? { id } : { id, version: 1, reason: 'Entered twice.' };
}

/** The patient as stored, with another telephone number or what else is given. */
export function changedPatient(which: 'own' | 'other', given: Partial<PatientFields> = { phone: '617-555-0147' }) {
  return async ({ test, patientId }: CaseWorld): Promise<CallInput<'patient.update'>> => {
    const { id, version, fields } = await test.must('patient.read', { id: patientId[which] });
    const { recordNumber: _recordNumber, ...typed } = fields;
    return { id, version, fields: { ...typed, ...given } };
  };
}

/** A new patient of the given provider. */
export function addedPatient(of: 'own' | 'other') {
  return async ({ providerId }: CaseWorld): Promise<CallInput<'patient.create'>> => ({
    fields: { ...PROCEDURES['patient.create'].example.fields, providerIds: [providerId[of]] },
  });
}

/** A user by name with their stored version and a reason. */
export function aboutUser(name: string, more: object = {}) {
  return async (world: CaseWorld) => {
    const { userId, version } = await userNamed(world, name);
    return { userId, version, reason: 'Asked by the owner.', ...more };
  };
}

/** The user as stored, with other rights. */
export function changedUser(name: string, rights: Rights) {
  return async (world: CaseWorld): Promise<CallInput<'user.update'>> => {
    const { userId, version, info, roleIds, exceptions, scope } = await userNamed(world, name);
    return { userId, version, info, roleIds, exceptions, scope, reason: 'Asked by the owner.', ...rights };
  };
}

/** A tick above the matrix; the password is right unless told. */
export function withPassword(name: string, tick: object) {
  return aboutUser(name, { password: PASSWORD, ...tick });
}

/** A new user with one role and no provider. */
export function added(loginId: string, roleId: string) {
  return async (): Promise<CallInput<'user.add'>> => ({
    info: { ...PROCEDURES['user.add'].example.info, loginId },
    roleIds: [roleId],
    exceptions: [],
    scope: { kind: 'selected', providerIds: [] },
    copiedFromUserId: null,
  });
}

export function settings(version: number) {
  return async (): Promise<CallInput<'setting.update'>> => ({ version, values: DEFAULT_SETTINGS, reason: '' });
}

/** A lock-out of a role or of the computer, past its end or without one. */
export function lockOut(about: object, untilMs: number | null = null) {
  return async () => ({ ...about, untilMs, reason: 'Asked by the owner.' });
}

/** A search without a filter, of the log or of the users. */
export function logSearch(what: 'log' | 'users') {
  return async () =>
    what === 'log' ? { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 10 } : PROCEDURES['user.find'].example;
}

function userNamed(world: CaseWorld, name: string) {
  const given: Readonly<Record<string, string>> = { plain: world.plainUserId, spare: world.spareUserId };
  return world.test.must('user.read', { userId: given[name] ?? world.userIds.get(name) ?? '' });
}
