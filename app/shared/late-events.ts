/** Events of the course that a phone sends in one request, and the server takes. */
export const LATE_EVENTS_MAX = 100;
