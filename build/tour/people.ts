// Tour: the six people of the office.

export interface TourPerson {
  readonly loginId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly role: string;
  readonly isLimited: boolean;
  readonly password: string;
}

const person = (loginId: string, lastName: string, firstName: string, role: string, isLimited = false): TourPerson => ({
  loginId,
  lastName,
  firstName,
  role,
  isLimited,
  password: `${firstName.toLowerCase()} walks seven brown dogs uphill`,
});

export const PEOPLE = {
  biller: person('lortiz', 'Ortiz', 'Lena', 'Billing'),
  provider: person('rpatel', 'Patel', 'Ria', 'Provider', true),
  frontDesk: person('knguyen', 'Nguyen', 'Kim', 'Front desk'),
  manager: person('thale', 'Hale', 'Tom', 'Manager'),
  privacy: person('istone', 'Stone', 'Ida', 'Privacy Officer'),
  nurse: person('mreyes', 'Reyes', 'Max', 'Medical Care Staff'),
} as const;

export const nameOf = ({ lastName, firstName }: TourPerson): string => `${lastName}, ${firstName}`;
