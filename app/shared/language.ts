/** The two languages of every page: Indonesian at `/`, English under `/en`. */
export type Language = 'id' | 'en';
