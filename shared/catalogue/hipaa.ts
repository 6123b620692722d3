// HIPAA citations; the only place where they are spelled.
// Source: 45 CFR 164.308, 164.312, 164.316, 164.502, 164.524, 164.528.

export const HIPAA = {
  '164.308(a)(1)(ii)(D)': { title: 'Information system activity review', kind: 'required' },
  '164.308(a)(3)(ii)(A)': { title: 'Authorization and/or supervision', kind: 'addressable' },
  '164.308(a)(3)(ii)(C)': { title: 'Termination procedures', kind: 'addressable' },
  '164.308(a)(4)(ii)(B)': { title: 'Access authorization', kind: 'addressable' },
  '164.308(a)(4)(ii)(C)': { title: 'Access establishment and modification', kind: 'addressable' },
  '164.308(a)(5)(ii)(C)': { title: 'Log-in monitoring', kind: 'addressable' },
  '164.308(a)(5)(ii)(D)': { title: 'Password management', kind: 'addressable' },
  '164.312(a)(1)': { title: 'Access control', kind: 'standard' },
  '164.312(a)(2)(i)': { title: 'Unique user identification', kind: 'required' },
  '164.312(a)(2)(ii)': { title: 'Emergency access procedure', kind: 'required' },
  '164.312(a)(2)(iii)': { title: 'Automatic logoff', kind: 'addressable' },
  '164.312(a)(2)(iv)': { title: 'Encryption and decryption', kind: 'addressable' },
  '164.312(b)': { title: 'Audit controls', kind: 'standard' },
  '164.312(c)(1)': { title: 'Integrity', kind: 'standard' },
  '164.312(d)': { title: 'Person or entity authentication', kind: 'standard' },
  '164.316(b)(1)': { title: 'Documentation of policies and actions', kind: 'standard' },
  '164.502(b)': { title: 'Minimum necessary', kind: 'standard' },
  '164.524(a)(1)': { title: 'Access of individuals to protected health information', kind: 'standard' },
  '164.528(a)(1)': { title: 'Accounting of disclosures of protected health information', kind: 'standard' },
} as const satisfies Record<string, { title: string; kind: 'standard' | 'required' | 'addressable' }>;

export type HipaaCitation = keyof typeof HIPAA;
