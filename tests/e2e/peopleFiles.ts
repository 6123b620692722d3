// CSV files of invented providers and patients, and one with mistakes.

export const PATIENT_COUNT = 120;

export const PROVIDERS_CSV = `Id,NAME,GENDER,SPECIALITY,ADDRESS,CITY,STATE,ZIP
p-1,Ria Patel,F,GENERAL PRACTICE,12 Elm Street,Somerville,MA,02143
p-2,Owen Marsh,M,PEDIATRICS,14 Elm Street,Somerville,MA,02143
p-3,Ana Lund,F,CARDIOLOGY,3 River Road,Medford,MA,02155
`;

/** PATIENT_COUNT people named `Example001` and on, in turn of three providers and three towns. */
export function patientsCsv(): string {
  const lines = ['Id,BIRTHDATE,SSN,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP,PROVIDER'];
  for (let at = 1; at <= PATIENT_COUNT; at += 1) {
    const number = String(at).padStart(3, '0');
    const born = `19${50 + (at % 50)}-03-${String((at % 28) + 1).padStart(2, '0')}`;
    const town = ['Somerville', 'Medford', 'Arlington'][at % 3];
    const gender = at % 2 === 1 ? 'F' : 'M';
    lines.push(
      `m-${number},${born},999-17-5${number},Pat,Example${number},${gender},${at} Oak Street,${town},MA,02143,p-${(at % 3) + 1}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Three problems in two of three rows. */
export const BROKEN_CSV = `Id,BIRTHDATE,SSN,FIRST,LAST
b-1,1980-02-03,999-17-5017,Ann,Broken
b-2,31.12.1980,999-17-5018,Bob,Broken
b-3,1980-05-06,12,,Broken
`;
