// Every feature that was asked for, with its stable id and one line; which tests carry it is worked out from their titles.

export interface Feature {
  readonly id: string;
  readonly family: string;
  readonly line: string;
}

/** Family, then one line each: the ids that ask for the same thing, a bar, and what it is. */
const LISTED: Readonly<Record<string, string>> = {
  'Conflicts between the sources': `
C1 | Personal ticks and unticks beside roles, each a row of its own with who, when and why
C2 | One emergency access and no other override
C3 | Deleting a user keeps the name so that the log still names a person; a login ID is never given twice
C4 | A Super User holds every right through the same check as everybody
C5 | First the union of what gives rights, then what takes them away
C6 | A second person approves where there is one, else the act waits`,
  'Users and their life cycle': `
S5.01 S2.01 | Security, Users: the list of everybody who may sign in
S5.02 | No account and no password is shipped; the first run makes a named Super User
S5.03 | The first user is the Super User who set the practice up
S5.04 | The powers of a Super User, each a right of its own name
S5.05 | One window for a user's name, login ID and rights
S5.16 | A Super User changes login IDs and starts password resets
S2.02 S2.04 | Adding a user with names, contact data, roles and limits
S2.03 | A generated first secret that is shown once
S2.05 | An invitation that carries the chosen role
S2.06 | The invited person sets their own password and goes live
S2.07 | Changing a user shows what the change would open
S2.08 | Everybody changes their own password
S2.09 S2.13 | A Super User starts a reset and never learns the new password
S2.10 | Disabling and enabling a user without losing records
S2.11 | Deleting a user for good
S2.12 | Unlocking a locked login
S5.10 | Locking a user out of the system
S5.17 | Taking every access away at once when somebody leaves
S3.04 | Employment status drives access
S3.09 | Adding and removing people from a staff list
S1.25 | Cleaning up inherited rights while moving in
S1.29 | Shared computers and staff changes without shared logins
S1.30 | A practice is set up in its first week`,
  'Roles and policies': `
S1.01 | Eight coded roles with their numbers
S1.02 | Every role documented down to the single right
S2.16 S3.01 | Rights attach to roles, not to people
S2.17 | Shipped role: Owner/Admin
S2.18 | Shipped role: Manager
S2.19 | Shipped role: Provider
S2.20 | Shipped role: Front desk
S2.21 | Shipped role: Billing
S2.22 | Shipped role: Inventory
S2.23 | Shipped role: Call handling
S2.24 | Seeing what a role can do and who holds it
S2.26 | Roles of one's own
S2.30 | Ready-made sets of roles
S2.31 | Sample staffs for small, medium and large offices
S2.64 S2.72 | A role may inherit from another
S3.02 S4.11 | Roles built from tasks, with clear names
S3.03 | A user may hold several roles
S4.01 | Policies: named sets of rights
S4.02 | Every role states its purpose
S4.06 | Several policies per user; rights are their union
S4.07 | Settings of one user that differ from the shared ones
S1.05 | No override by an administrator
S1.06 | Role changes follow one recorded flow
S1.18 S3.13 | A role cannot exceed what its function needs
S1.27 | Answers about own roles, cross-role work and elevation
S1.28 | Access for support from outside, off unless opened`,
  Permissions: `
S1.03 S1.04 S3.12 | The check comes before any code, on every call, in one place
S5.07 | Edit Data and Delete Data boxes per area of data
S5.08 | The Super User tick, given only by a Super User with the password typed again
S5.09 | The Access Security tick, which its holder cannot hand on
S5.11 | The right to run all reports
S5.12 | The right to change security settings
S2.25 | Five verbs; export is never implied by reading
S2.27 S2.61 | Rights on one's own records only
S2.58 | Buttons, pages and reports follow the rights
S2.60 | Single fields hidden from some roles
S2.62 S2.82 | Rights within hours and dates
S2.63 | Rights under a condition such as an amount
S4.03 | Every right has a key of resource and action
S4.04 | Rights are grouped in categories
S4.05 | Every right says whether it reaches patient data
S4.08 | Editing rights in place with search and preview
S4.09 | A summary of allowed and denied rights of a user
S4.12 | A right for consent settings
S4.13 | A right for organisation settings
S1.09 | A flag that takes every patient-data right away
S3.11 | Sensitive classes of notes kept apart
S3.14 | A reason is asked where an access is out of pattern`,
  'Limits to providers, patients and locations': `
S5.13 | All Providers
S5.14 | Selected Providers and their patients, in every list, count and look-up
S2.59 | The same limits in lists, reports, exports and look-ups
S2.28 S2.15 | Locations of a user
S2.29 | Another role at another location
S2.14 | Why can this person not see a patient?
S2.106 | Sharing one patient with one user
S2.75 | A tree of locations
S1.23 | A patient sees their own record only, in a kiosk; its copy, and who opened it`,
  'Signing in': `
S1.07 S5.20 | One account per person, no shared logins
S5.06 | A password is known to its user alone
S2.39 | A second factor that works offline
S2.40 | A second factor for everybody
S2.42 | Password rules with an offline list of common passwords
S2.98 | Password expiry, off unless wanted
S3.08 | Encryption at rest, with a key per person`,
  'Sessions and lock-out': `
S1.08 | A session belongs to one account and one window
S2.41 | Locking after inactivity without losing what was typed
S2.93 | Idle time per role
S2.92 | A limit on sessions at the same time
S2.94 | Sessions bound to the computer
S2.95 | The password again for sensitive acts
S2.96 | Where a user is signed in
S2.97 | Ending a user's other sessions
S2.99 | A lock after wrong passwords
S2.85 | Allowed workstations
S2.86 | Workstations per role
S2.87 | A private network where an office works remotely
S2.88 | Alerts on changes of region
S2.90 | A new computer must be registered
S2.91 | Every call is checked afresh`,
  'Activity log': `
S1.19 S2.55 | A tamper-evident log of every session
S1.20 | Ready for the regulator without assembly
S1.21 S2.51 S3.07 | Every decision is in the log, permitted or denied
S1.24 S2.52 | Every look at, change and export of a patient record is in the log
S2.37 S2.43 | Searching the log by person, date, act and patient, leavers included
S2.44 | Exporting the log
S2.53 | Exports shaped for a regulation
S2.54 S4.10 | Changes of roles, rights and settings with old and new values
S2.57 | Keeping and archiving the log
S3.05 | Each step of giving a role is documented
S5.15 | Every record names who made and who changed it`,
  'Watching for misuse': `
S1.10 | Detection of malformed, forged and out-of-pattern calls
S1.11 | Attempts become events that somebody follows up
S2.56 | Live alerts
S2.89 | Alerts on an unexpected place or hour
S3.10 | Watching for ways around the controls`,
  'Temporary and emergency access': `
S2.36 | Two people for two halves of one act
S2.73 | Standing in for a colleague for a time
S2.74 | Approval chains
S2.76 | Approval by several levels
S2.77 | A right for one task
S2.78 | Users with an end date
S2.79 | Roles that end on a date
S2.80 | Access ends after a time without use
S2.81 | Asking for a right when it is needed
S2.83 | An approval for one act
S2.100 | The owner's way in when nobody else can sign in
S2.101 | A named second owner
S2.102 | Emergency access to patients, loudly logged
S2.103 | No unmarked override
S2.104 | A procedure for administrators who are locked out
S2.105 | Another person approves emergency access`,
  'Service identities': `
S2.65 | Identities for automated jobs
S2.66 | Keys for programs
S2.67 | Rotation and expiry of such keys
S2.68 | Keys limited like people
S2.69 | What a key was used for
S2.70 | Revoking a key at once
S2.71 | A limit of calls per key`,
  'Office identity providers': `
S2.45 | Single sign-on where a network exists
S2.46 S3.06 | Directory synchronisation
S2.47 | Authorising other programs
S2.48 | Sign-in through an identity provider
S2.49 | Sign-in through signed assertions
S2.50 | Accounts made at the first such sign-in`,
  'Providers and their work': `
S2.32 | The profile of a provider
S2.33 | Hours of a provider
S2.34 | Figures of a provider`,
  'Data that enforcement protects': `
S2.107 | Patients and their contact data
S2.108 | Appointments
S2.109 | Clinical notes
S2.110 | Charges, invoices and payments
S2.111 | Billing reports
S2.112 | Products and stock
S2.113 | Calls and transcripts
S2.114 | Staff time`,
  'HIPAA mapping': `
S1.12 | From citation to behaviour to proof
S1.13 | 164.308(a)(3) workforce security
S1.14 | 164.308(a)(4) information access management
S1.15 | 164.312(a)(1) access control
S1.16 | 164.312(a)(2)(i) unique user identification
S1.17 | 164.502(b) minimum necessary
H1 | 164.308(a)(1)(ii)(D) activity review
H2 | 164.308(a)(3)(ii)(C) termination procedures
H3 | 164.308(a)(4)(ii)(B) and (C) authorisation, establishment and modification
H4 | 164.308(a)(5)(ii)(C) and (D) log-in monitoring and password management
H5 | 164.312(a)(2)(ii) emergency access
H6 | 164.312(a)(2)(iii) automatic log-off
H7 | 164.312(b), (c) and (d) audit controls, integrity, authentication
H8 | 164.528 accounting of disclosures
H9 | The proposed rule of 6 January 2025, which is not law`,
  'Reviews and reports': `
S2.35 | Hints towards least privilege
S2.38 | Reviewing roles and leavers
S2.84 S5.19 | Access reviews on a schedule
S5.18 | Keeping the number of Super Users low
S1.22 | Training follows the role
S1.26 | Tightening after an incident`,
  'New ideas': `
N1 | A denial that names the smallest change that would allow the act
N2 | A run that proves enforcement, call by call
N3 | An auditor's pack that needs neither program nor network
N4 | The head of the log witnessed on paper
N5 | Revocations that survive a restored backup
N6 | A guard against silence and a moved clock
N7 | Who could have opened this chart on that day?
N8 | A second pair of eyes for an office of one
N9 | Emergency drills
N10 | Who opened my chart? A receipt for the patient`,
  'Ideas of others': `
P1 | Replaying the log under other rights
P2 | Rights held and not used
P3 | Closed periods
P4 | Copying a user or a role, never credentials
P5 | Nobody gives what they lack, and one Super User always remains
P6 | Expectations about rights that are checked at every change
P7 | Reasons from a list`,
};

/** All features in the order of their families; an id that asks for the same as another has the same line. */
export const FEATURES: readonly Feature[] = Object.entries(LISTED).flatMap(([family, lines]) =>
  lines
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [ids = '', line = ''] = row.split(' | ');
      return ids.split(' ').map((id) => ({ id, family, line }));
    }),
);
