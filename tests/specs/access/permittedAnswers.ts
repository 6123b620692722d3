// For every procedure an input with real ids, and what a permitted caller is answered: mostly a refusal after the decision,
// such as a stale version, so that the practice stays as it is from cell to cell.
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { DEFAULT_SETTINGS } from '../../../shared/catalogue/procedures/practice.ts';
import { PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { RefusalCode } from '../../../shared/errors.ts';
import type { AccessWorld } from '../../support/accessWorld.ts';
import { PASSWORD } from '../../support/startTestCore.ts';

export interface PermittedAnswer {
  readonly input: unknown;
  readonly answer: 'ok' | RefusalCode;
  /** The call aims at a row that belongs to the provider `own`: outside the scope it answers NOT_FOUND. */
  readonly isLimited?: true;
}

const STALE = 9_999;
const NOWHERE = '01900000-0000-7000-8000-00000000ffff';

/** A row per procedure; written out, so that a new procedure fails until somebody has thought about it. */
export function permittedAnswers(world: AccessWorld): Readonly<Record<string, PermittedAnswer>> {
  const about = { userId: world.plainUserId, version: STALE, reason: 'Asked by the owner.' };
  const { info } = PROCEDURES['user.add'].example;
  const noRights = { roleIds: [], exceptions: [], scope: { kind: 'selected', providerIds: [] } };
  const patient = { patientId: world.patientId.own, version: STALE };
  const provider = { providerId: world.providerId.own, version: STALE };
  const ok = (input: unknown = {}): PermittedAnswer => ({ input, answer: 'ok' });
  const ends = (answer: RefusalCode, input: unknown = {}): PermittedAnswer => ({ input, answer });
  const limited = (of: PermittedAnswer): PermittedAnswer => ({ ...of, isLimited: true });
  const example = (name: ProcedureName) => PROCEDURES[name].example;

  return {
    'session.readState': ok(),
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

    'user.find': ok(example('user.find')),
    'user.read': ok({ userId: world.plainUserId }),
    'user.findProviderChoices': ok(),
    'user.add': ends('CONSTRAINT_VIOLATED', { info, ...noRights, roleIds: ['no-such-role'], copiedFromUserId: null }),
    'user.previewUpdate': ends('CONFLICT', { userId: about.userId, version: STALE, info, ...noRights }),
    'user.update': ends('CONFLICT', { ...about, info, ...noRights }),
    'user.setSuperUser': ends('CONFLICT', { ...about, isSuperUser: false, password: PASSWORD }),
    'user.setAccessSecurity': ends('CONFLICT', { ...about, hasAccessSecurity: false, password: PASSWORD }),
    'user.disable': ends('CONFLICT', about),
    'user.enable': ends('CONFLICT', about),
    'user.lockOut': ends('CONFLICT', { ...about, untilMs: null }),
    'user.unlock': ends('CONFLICT', about),
    'user.issueActivationCode': ends('CONFLICT', about),
    'user.delete': ends('CONFLICT', about),

    'role.find': ok(),
    'role.read': ok(example('role.read')),

    'provider.find': ok(example('provider.find')),
    'provider.read': limited(ok({ providerId: world.providerId.own })),
    'provider.update': limited(ends('CONFLICT', { ...example('provider.update'), ...provider })),
    'provider.delete': limited(ends('CONFLICT', { ...provider, reason: 'Entered twice.' })),

    'patient.find': ok(example('patient.find')),
    'patient.read': limited(ok({ patientId: world.patientId.own })),
    'patient.findProviderChoices': ok(),
    'patient.update': limited(ends('CONFLICT', { ...example('patient.update'), ...patient })),
    'patient.delete': limited(ends('CONFLICT', { ...patient, reason: 'Entered twice.' })),

    'import.choose': ok({ kind: 'patients' }),
    'import.check': ends('NOT_FOUND', { importId: NOWHERE, mapping: {} }),
    'import.apply': ends('NOT_FOUND', { importId: NOWHERE }),
    'import.discard': ok({ importId: NOWHERE }),

    'audit.find': ok({ filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 1 }),
    'audit.findChoices': ok(),
    'audit.readStatus': ok(),
    'audit.startVerify': ok(),
    'audit.startExport': ok(example('audit.startExport')),

    'checklist.read': ok(),
    'checklist.chooseOfficeSize': ok({ officeSize: 'small' }),
    'checklist.setRoleNeeded': ends('NOT_FOUND', { roleId: 'no-such-role', isNeeded: false }),
    'checklist.setShown': ok({ isShown: true }),

    'setting.read': ok(),
    'setting.update': ends('CONFLICT', { version: STALE, values: DEFAULT_SETTINGS, reason: '' }),
  };
}
