/** One step of the shape of the database, from `user_version` `to - 1` to `to`. */
export type SqlMigration = { readonly to: number; readonly sql: string };
