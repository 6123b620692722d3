// While a patient is being shared: what it would do to the expectations, as soon as it is clear who, with whom and when (P6).
import { id, isoDate } from '../../../shared/catalogue/schemas.ts';
import { ForeseenEffect } from '../access/ForeseenEffect.tsx';
import type { FormValues } from '../record/recordDraft.ts';

/** Looks anew whenever one of the four changes; nothing while one of them is open. */
export function ShareEffect({ values }: { readonly values: FormValues }) {
  const [patientId, userId] = [id.safeParse(values.patientId), id.safeParse(values.userId)];
  const [validFrom, validUntil] = [isoDate.safeParse(values.validFrom), isoDate.safeParse(values.validUntil)];
  if (!patientId.success || !userId.success || !validFrom.success || !validUntil.success) return null;
  const fields = {
    patientId: patientId.data,
    userId: userId.data,
    validFrom: validFrom.data,
    validUntil: validUntil.data,
  };
  return (
    <ForeseenEffect
      key={Object.values(fields).join(' ')}
      change={{ procedure: 'patientGrant.create', input: { fields } }}
    />
  );
}
