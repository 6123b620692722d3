// The tables of schema step 5 for codes, claims and charges.

const STAMP = `created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1`;

export const CLAIM_SQL = `
CREATE TABLE procedure_code (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  code TEXT NOT NULL,
  description TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  ${STAMP}
) STRICT;
CREATE INDEX procedure_code_by_code ON procedure_code (code, description, id);
CREATE INDEX procedure_code_by_description ON procedure_code (description, code, id);

CREATE TABLE diagnosis_code (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  code TEXT NOT NULL,
  description TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  ${STAMP}
) STRICT;
CREATE INDEX diagnosis_code_by_code ON diagnosis_code (code, description, id);
CREATE INDEX diagnosis_code_by_description ON diagnosis_code (description, code, id);

CREATE TABLE fee_item (
  id TEXT PRIMARY KEY,
  procedure_code_id TEXT NOT NULL REFERENCES procedure_code (id),
  payer_id TEXT REFERENCES payer (id),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  valid_from TEXT NOT NULL,
  ${STAMP}
) STRICT;
CREATE INDEX fee_item_by_day ON fee_item (valid_from, id);
CREATE INDEX fee_item_by_code ON fee_item (procedure_code_id, payer_id, valid_from);
CREATE INDEX fee_item_by_payer ON fee_item (payer_id) WHERE payer_id IS NOT NULL;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  claim_number TEXT NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  provider_id TEXT NOT NULL REFERENCES provider (id),
  payer_id TEXT REFERENCES payer (id),
  service_date TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'paid', 'denied', 'closed')),
  ${STAMP}
) STRICT;
CREATE INDEX claim_by_number ON claim (claim_number, id);
CREATE INDEX claim_by_patient ON claim (patient_id);
CREATE INDEX claim_by_provider ON claim (provider_id);
CREATE INDEX claim_by_payer ON claim (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX claim_by_day ON claim (service_date, claim_number, id);
CREATE INDEX claim_by_status ON claim (status, claim_number, id);

CREATE TABLE claim_diagnosis_code (
  claim_id TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  diagnosis_code_id TEXT NOT NULL REFERENCES diagnosis_code (id),
  PRIMARY KEY (claim_id, diagnosis_code_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_diagnosis_code_by_code ON claim_diagnosis_code (diagnosis_code_id);

CREATE TABLE charge (
  id TEXT PRIMARY KEY,
  charge_number TEXT NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  claim_id TEXT REFERENCES claim (id),
  provider_id TEXT NOT NULL REFERENCES provider (id),
  procedure_code_id TEXT NOT NULL REFERENCES procedure_code (id),
  service_date TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  unit_cents INTEGER NOT NULL CHECK (unit_cents >= 0),
  ${STAMP}
) STRICT;
CREATE INDEX charge_by_number ON charge (charge_number, id);
CREATE INDEX charge_by_patient ON charge (patient_id, service_date);
CREATE INDEX charge_by_claim ON charge (claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX charge_by_provider ON charge (provider_id, service_date);
CREATE INDEX charge_by_code ON charge (procedure_code_id);
CREATE INDEX charge_by_day ON charge (service_date, charge_number, id);
`;
