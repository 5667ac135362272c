/** One thing that is kept: its id is its kind, a colon, and what tells it from others of that. */
export type AnyRecord = { readonly id: string };
