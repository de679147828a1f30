/** What a refusal says on screen: an HTTP status and one sentence or two in each language. */
export interface RefusalWord<R> {
  status: number;
  id: (refusal: R) => string;
  en: (refusal: R) => string;
}

/** One entry for every code of a closed union of refusals; a missing or foreign code does not compile. */
export type RefusalWords<R extends { code: string }> = {
  [Code in R['code']]: RefusalWord<Extract<R, { code: Code }>>;
};
