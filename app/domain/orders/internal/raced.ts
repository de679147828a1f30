/**
 * A guard found less than the locks had promised, or an id was taken meanwhile: the unit is taken back and run
 * again from its beginning, as after PostgreSQL's own serialisation failure, whose code it carries.
 */
export class Raced extends Error {
  readonly code = '40001';
}
