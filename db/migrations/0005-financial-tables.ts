// The tables of schema step 5 for invoices and money.

const STAMP = `created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1`;
const METHOD = `method TEXT NOT NULL CHECK (method IN ('cash', 'check', 'card', 'transfer'))`;

export const FINANCIAL_SQL = `
CREATE TABLE invoice (
  id TEXT PRIMARY KEY,
  invoice_number TEXT NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  issue_date TEXT NOT NULL,
  ${STAMP}
) STRICT;
CREATE INDEX invoice_by_number ON invoice (invoice_number, id);
CREATE INDEX invoice_by_patient ON invoice (patient_id);
CREATE INDEX invoice_by_day ON invoice (issue_date, invoice_number, id);

CREATE TABLE invoice_charge (
  invoice_id TEXT NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
  charge_id TEXT NOT NULL REFERENCES charge (id),
  PRIMARY KEY (invoice_id, charge_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX invoice_charge_once ON invoice_charge (charge_id);

CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  payment_number TEXT NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  invoice_id TEXT NOT NULL REFERENCES invoice (id),
  cents INTEGER NOT NULL,
  ${METHOD},
  payer_id TEXT REFERENCES payer (id),
  paid_date TEXT NOT NULL,
  reverses TEXT NOT NULL,
  reason TEXT NOT NULL,
  ${STAMP}
) STRICT;
CREATE INDEX payment_by_number ON payment (payment_number, id);
CREATE INDEX payment_by_patient ON payment (patient_id);
CREATE INDEX payment_by_invoice ON payment (invoice_id);
CREATE INDEX payment_by_payer ON payment (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX payment_by_day ON payment (paid_date, payment_number, id);
CREATE INDEX payment_by_reversed ON payment (reverses) WHERE reverses <> '';

CREATE TABLE adjustment (
  id TEXT PRIMARY KEY,
  adjustment_number TEXT NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  invoice_id TEXT NOT NULL REFERENCES invoice (id),
  cents INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('contractual', 'discount', 'writeOff', 'correction')),
  adjusted_date TEXT NOT NULL,
  reason TEXT NOT NULL,
  reverses TEXT NOT NULL,
  ${STAMP}
) STRICT;
CREATE INDEX adjustment_by_number ON adjustment (adjustment_number, id);
CREATE INDEX adjustment_by_patient ON adjustment (patient_id);
CREATE INDEX adjustment_by_invoice ON adjustment (invoice_id);
CREATE INDEX adjustment_by_day ON adjustment (adjusted_date, adjustment_number, id);
CREATE INDEX adjustment_by_reversed ON adjustment (reverses) WHERE reverses <> '';

CREATE TABLE refund (
  id TEXT PRIMARY KEY,
  refund_number TEXT NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  invoice_id TEXT NOT NULL REFERENCES invoice (id),
  cents INTEGER NOT NULL CHECK (cents > 0),
  ${METHOD},
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'approved', 'rejected', 'paid')),
  requested_by TEXT REFERENCES user (id),
  approved_by TEXT REFERENCES user (id),
  paid_date TEXT,
  ${STAMP}
) STRICT;
CREATE INDEX refund_by_number ON refund (refund_number, id);
CREATE INDEX refund_by_patient ON refund (patient_id);
CREATE INDEX refund_by_invoice ON refund (invoice_id);
CREATE INDEX refund_by_state ON refund (state, refund_number, id);
CREATE INDEX refund_by_day ON refund (paid_date) WHERE paid_date IS NOT NULL;
CREATE INDEX refund_by_requester ON refund (requested_by) WHERE requested_by IS NOT NULL;
CREATE INDEX refund_by_approver ON refund (approved_by) WHERE approved_by IS NOT NULL;

CREATE TABLE reconciliation (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  counted_cash_cents INTEGER NOT NULL CHECK (counted_cash_cents >= 0),
  counted_check_cents INTEGER NOT NULL CHECK (counted_check_cents >= 0),
  counted_card_cents INTEGER NOT NULL CHECK (counted_card_cents >= 0),
  note TEXT NOT NULL,
  recorded_cash_cents INTEGER NOT NULL,
  recorded_check_cents INTEGER NOT NULL,
  recorded_card_cents INTEGER NOT NULL,
  difference_cents INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'reviewed')),
  prepared_by TEXT REFERENCES user (id),
  reviewed_by TEXT REFERENCES user (id),
  reviewed_at_ms INTEGER,
  ${STAMP}
) STRICT;
CREATE INDEX reconciliation_by_day ON reconciliation (day, id);
CREATE INDEX reconciliation_by_preparer ON reconciliation (prepared_by) WHERE prepared_by IS NOT NULL;
CREATE INDEX reconciliation_by_reviewer ON reconciliation (reviewed_by) WHERE reviewed_by IS NOT NULL;
`;
