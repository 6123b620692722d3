// Branded identifiers: a user id is never mistaken for a role id.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** UUIDv7 of a user; permanent, survives renames and deletion. */
export type UserId = Branded<'UserId'>;
/** Slug of a role, such as `front-desk`. */
export type RoleId = Branded<'RoleId'>;
/** UUIDv7 of a session; never leaves the main process. */
export type SessionId = Branded<'SessionId'>;
/** Name of the window a session belongs to. */
export type WindowId = string;
