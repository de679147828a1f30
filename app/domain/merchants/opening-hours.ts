/** One weekday's answer: closed, or windows on the merchant's own clock (`HH:MM`). `closes` before `opens` is after midnight. */
export interface DayHours {
  /** 0 Sunday … 6 Saturday */
  weekday: number;
  windows: { opens: string; closes: string }[];
}
