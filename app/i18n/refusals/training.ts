import type { CloseCoachingRefusal } from '~/domain/training/close-coaching.server';
import type { FinishQuizRefusal } from '~/domain/training/finish-quiz.server';
import type { IssueCertificateRefusal } from '~/domain/training/issue-certificate.server';
import type { RevokeCertificateRefusal } from '~/domain/training/revoke-certificate.server';
import { HOUSE_ZONE } from '~/shared/time';
import { formatDate } from '../format';
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
  course_unfinished: {
    status: 409,
    id: ({ lessons, of }) =>
      `Sertifikat belum bisa terbit: ${lessons.length} dari ${of} pelajaran belum selesai menurut data usaha Anda saat ini. Yang sudah selesai tetap tercatat.`,
    en: ({ lessons, of }) =>
      `The certificate cannot be issued yet: by your business's data ${lessons.length} of ${of} lessons are not finished now. What is finished stays recorded.`,
  },
  certificate_nameless: {
    status: 409,
    id: () => 'Nama pemilik belum diisi. Isi di profil usaha, lalu terbitkan sertifikatnya.',
    en: () => "The owner's name is missing. Fill it in on the profile, then have the certificate issued.",
  },
  certificate_revoked: {
    status: 409,
    id: ({ until }) =>
      `Sertifikat sebelumnya dicabut. Yang baru bisa diminta mulai ${formatDate(until, HOUSE_ZONE, 'medium')}.`,
    en: ({ until }) =>
      `The certificate before this was revoked. A new one can be asked for from ${formatDate(until, HOUSE_ZONE, 'medium', 'en')}.`,
  },
  certificate_not_in_force: {
    status: 409,
    id: () => 'Sertifikat ini sudah dicabut atau masa berlakunya habis. Tidak ada yang berubah.',
    en: () => 'This certificate is already revoked or has run out. Nothing has changed.',
  },
  coaching_gone: {
    status: 409,
    id: () => 'Alasan ini sudah tidak ada: pedagangnya melanjutkan, atau rekan Anda baru saja mencatatnya.',
    en: () => 'This reason is gone: the merchant has gone on, or a colleague has just noted it.',
  },
} satisfies RefusalWords<FinishQuizRefusal | IssueCertificateRefusal | RevokeCertificateRefusal | CloseCoachingRefusal>;
