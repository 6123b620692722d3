// The folders in which rights are shown (S4.04), and which of them reach patient data (S4.05).
import { describe, expect, it } from 'vitest';
import { DATA_AREAS } from '../../../../shared/catalogue/dataAreas.ts';
import { PERMISSIONS } from '../../../../shared/catalogue/permissions.ts';

const ENTRIES = Object.entries(PERMISSIONS);
const AREAS = Object.values(DATA_AREAS).map(({ label }) => label as string);

describe('the categories of rights', () => {
  it('S4.04 are the data areas, security, the Super User’s powers and what concerns the practice as a whole', () => {
    const categories = new Set(ENTRIES.map(([, { category }]) => category));
    expect([...categories].toSorted()).toEqual([...AREAS, 'Practice', 'Security', 'Super User'].toSorted());
  });
  it('S4.04 put every right of an area under that area', () => {
    for (const [area, { label }] of Object.entries(DATA_AREAS))
      for (const [id, { category }] of ENTRIES) if (id.startsWith(`${area}:`)) expect(category, id).toBe(label);
  });
  it('S4.05 whatever the area of patients, notes, claims or calls opens reaches patient data', () => {
    for (const [id, { reachesPhi }] of ENTRIES)
      if (/^(patient|note|claim|call|schedule):/.test(id)) expect(reachesPhi, id).toBe(true);
  });
});
