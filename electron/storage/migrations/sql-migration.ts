/**
 * One step of the shape of the database, from `user_version` `to - 1` to `to`.
 *
 * It changes the shape: an earlier Sallyport takes a higher number on today's shape for damage.
 */
export type SqlMigration = { readonly to: number; readonly sql: string };
