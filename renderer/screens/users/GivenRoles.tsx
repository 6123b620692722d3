// What is given as a whole: roles with their dates and places, the special ticks, and the record of a patient's login.
import { MultiSelect, Stack } from '@mantine/core';
import { PATIENT_ROLE_ID } from '../../../shared/catalogue/patientRole.ts';
import type { DraftRights } from './draftRights.ts';
import { LinkedPatient } from './LinkedPatient.tsx';
import type { Viewer } from './mayChange.ts';
import { RoleTerms } from './RoleTerms.tsx';
import type { RoleChoice } from './roleChoices.ts';
import { SpecialTicks } from './SpecialTicks.tsx';
import { TickDates } from './TickDates.tsx';
import classes from './UsersScreen.module.css';
import type { RightsContext } from './useRightsContext.ts';
import type { StoredUser } from './userDraft.ts';
import type { UserEditing } from './useUserEditing.ts';

export interface GivenRolesProps {
  readonly user: StoredUser;
  readonly viewer: Viewer;
  readonly roles: readonly RoleChoice[];
  readonly rights: DraftRights;
  readonly context: RightsContext;
  readonly editing: UserEditing;
  /** What a refused save said about a part, by its name. */
  readonly problems: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
  readonly onFlagChanged: () => void;
}

/** Terms of a role that is taken away go with it, and so does the link of the role Patient. */
export function GivenRoles(props: GivenRolesProps) {
  const { user, viewer, roles, rights, context, editing, problems, isReadOnly, onFlagChanged } = props;
  const { roleIds, roleTerms, exceptions, linkedPatientId } = editing.draft;
  const isPatient = roleIds.includes(PATIENT_ROLE_ID);
  return (
    <>
      <div className={classes.rolesAndTicks}>
        <Stack gap="xs">
          <MultiSelect
            label="Roles"
            description="* can be given by a Super User only"
            placeholder={roleIds.length === 0 ? 'No role yet' : undefined}
            data={roles.map(({ roleId, name, isActive, isSuperUserGiven, isHeldNow }) => ({
              value: roleId,
              label: isSuperUserGiven ? `${name} *` : name,
              disabled: !isHeldNow && (!isActive || (isSuperUserGiven && !viewer.isSuperUser)),
            }))}
            value={[...roleIds]}
            onChange={(chosen) =>
              editing.changeRights({
                roleIds: chosen,
                roleTerms: roleTerms.filter(({ roleId }) => chosen.includes(roleId)),
                linkedPatientId: chosen.includes(PATIENT_ROLE_ID) ? linkedPatientId : null,
              })
            }
            readOnly={isReadOnly}
            searchable
            clearable={false}
            hidePickedOptions
            nothingFoundMessage="No role of that name"
          />
          {isPatient || linkedPatientId !== null ? (
            <LinkedPatient
              patientId={linkedPatientId}
              hasMore={roleIds.length > 1 || exceptions.length > 0 || user.isSuperUser || user.hasAccessSecurity}
              error={problems.linkedPatientId}
              isReadOnly={isReadOnly}
              onChange={(patientId) => editing.changeRights({ linkedPatientId: patientId })}
            />
          ) : null}
        </Stack>
        <SpecialTicks user={user} viewer={viewer} isDirty={editing.isDirty} onChanged={onFlagChanged} />
      </div>
      <RoleTerms
        rights={rights}
        context={context}
        roleTerms={roleTerms}
        isReadOnly={isReadOnly}
        onChange={(terms) => editing.changeRights({ roleTerms: terms })}
      />
      <TickDates
        rights={rights}
        isReadOnly={isReadOnly}
        onChange={(changed) => editing.changeRights({ exceptions: changed })}
      />
    </>
  );
}
