import type { FinishQuizRefusal } from '~/domain/training/finish-quiz.server';
import type { RefusalWords } from '../refusal-words';

export const trainingRefusals = {
  quiz_unanswered: {
    status: 422,
    id: ({ questions }) =>
      `Masih ada ${questions.length} pertanyaan tanpa jawaban. Jawaban lain tetap tersimpan di halaman ini.`,
    en: ({ questions }) =>
      questions.length === 1
        ? 'One question has no answer yet. Your other answers are still on this page.'
        : `${questions.length} questions have no answer yet. Your other answers are still on this page.`,
  },
  lesson_unknown: {
    status: 404,
    id: () => 'Versi pelajaran ini tidak ada. Buka lagi dari daftar pelajaran.',
    en: () => 'This version of the lesson does not exist. Open it again from the list of lessons.',
  },
} satisfies RefusalWords<FinishQuizRefusal>;
