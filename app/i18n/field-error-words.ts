/** Data that rides with a field's error, for its sentence. */
export type FieldErrorData = Record<string, string | number>;

/** What stands beside a field, per code of a form schema: what is wrong, then an example or what to do. */
export type FieldErrorWords = Record<
  string,
  { id: (data: FieldErrorData) => string; en: (data: FieldErrorData) => string }
>;
