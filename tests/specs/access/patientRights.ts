// Who may do what with patients besides looking, adding and changing (S2.107, S1.23).

/** Whoever adds patients asks whether they are here already; whoever saves patients may save a bundle (S2.107). */
export const COMPARE_PATIENTS = ['patient.findSimilar'];
export const SAVE_BUNDLE = ['fhir.export'];

/** Handing a patient the copy they ask for, at the desk; telling them who opened their record is for others (S1.23). */
export const PRINT_COPY = ['patient.printCopy'];
export const ANSWER_PATIENTS = [...PRINT_COPY, 'patient.findAccesses', 'patient.printAccesses'];
