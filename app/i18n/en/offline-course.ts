import type { offlineCourse as source } from '../id/offline-course';

export const offlineCourse: typeof source = {
  title: 'Learning without internet',
  lead: 'There is no internet. Lessons kept on this phone can still be read, and your answers are sent later.',
  lessonLead: 'There is no internet. Your answers are kept on this phone and sent later.',
  all: 'All lessons',
  read: 'Read',
  kept: 'All lessons are kept on this phone. They can be read and answered without internet.',
  unsent: 'Not sent yet.',
  unsentFor: (minutes) => `Not sent yet, ${minutes} minutes.`,
  off: 'There is no internet; your answers are kept on this phone.',
  trouble: 'The server has trouble; your answers are kept on this phone and sent again.',
  out: 'Sign in so that they can be sent.',
  signIn: 'Sign in',
  unanswered: 'Some questions have no answer yet. Choose one answer for each question.',
  passed: (right, of) => `${right} of ${of} right, enough to pass. It counts once it is sent and judged by the server.`,
  failed: (right, of, need) => `${right} of ${of} right; ${need} are needed. Read why, then try again.`,
  act: "The practice is checked in your business's data, so it needs internet.",
};
