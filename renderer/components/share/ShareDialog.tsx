// Shares one patient with one person until a day (S2.106).
import { patientGrant } from '../../../shared/catalogue/records/patientGrant.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { useToday } from '../../ipc/useToday.ts';
import { NewRecordDialog } from '../record/NewRecordDialog.tsx';
import { ShareEffect } from './ShareEffect.tsx';
import { shareDays } from './shareDays.ts';

const TYPE = patientGrant as unknown as RecordType;

interface ShareDialogProps {
  readonly patientId: string;
  /** Absent: chosen in the dialog. */
  readonly withUser?: { readonly userId: string; readonly name: string };
  readonly onClose: () => void;
}

export function ShareDialog({ patientId, withUser, onClose }: ShareDialogProps) {
  const today = useToday();
  return (
    <NewRecordDialog
      type={TYPE}
      title={withUser === undefined ? 'Share this patient' : `Share this patient with ${withUser.name}`}
      says="The person reaches this one patient as well, with the rights they have, from the first to the last day."
      confirmLabel="Share"
      doneSays="The patient is shared."
      preset={{ patientId, ...shareDays(today), ...(withUser === undefined ? {} : { userId: withUser.userId }) }}
      settled={withUser === undefined ? ['patientId'] : ['patientId', 'userId']}
      assist={({ values }) => <ShareEffect values={values} />}
      onAdded={onClose}
      onClose={onClose}
    />
  );
}
