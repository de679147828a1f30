import type { AcceptOfferRefusal } from '~/domain/festivals/accept-offer.server';
import type { ApplyRefusal } from '~/domain/festivals/apply-to-festival.server';
import type { ArrangePlanRefusal } from '~/domain/festivals/arrange-plan.server';
import type { CapCount } from '~/domain/festivals/caps';
import type { ChangeFestivalStateRefusal } from '~/domain/festivals/change-festival-state.server';
import type { CloseCallRefusal } from '~/domain/festivals/close-call.server';
import type { CloseIncidentRefusal } from '~/domain/festivals/close-incident.server';
import type { DecideRefusal } from '~/domain/festivals/decide-application.server';
import type { EditFestivalRefusal } from '~/domain/festivals/edit-festival.server';
import type { NotifyStallsRefusal } from '~/domain/festivals/notify-stalls.server';
import type { OpenCallRefusal } from '~/domain/festivals/open-call.server';
import type { OpenFestivalRefusal } from '~/domain/festivals/open-festival.server';
import type { PlaceRefusal } from '~/domain/festivals/place-in-booth.server';
import type { PublishRefusal } from '~/domain/festivals/publish-line-up.server';
import type { RankReserveRefusal } from '~/domain/festivals/rank-reserve.server';
import type { ReportIncidentRefusal } from '~/domain/festivals/report-incident.server';
import type { ReturnApplicationRefusal } from '~/domain/festivals/return-application.server';
import type { SaveAnswerRefusal } from '~/domain/festivals/save-answers.server';
import type { SetCapsRefusal } from '~/domain/festivals/set-caps.server';
import type { SetDocumentNeedsRefusal } from '~/domain/festivals/set-document-needs.server';
import type { SetQuestionsRefusal } from '~/domain/festivals/set-questions.server';
import type { SetTrainingRuleRefusal } from '~/domain/festivals/set-training-rule.server';
import type { SubmitApplicationRefusal } from '~/domain/festivals/submit-application.server';
import type { SwapBoothsRefusal } from '~/domain/festivals/swap-booths.server';
import type { WithdrawRefusal } from '~/domain/festivals/withdraw-application.server';
import type { Language } from '~/shared/language';
import { capSentence, missingWords } from '../festival-sentences';
import { formatDateTime, formatDeadline, formatList } from '../format';
import type { RefusalWords } from '../refusal-words';

type FestivalRefusal =
  | ApplyRefusal
  | CloseIncidentRefusal
  | NotifyStallsRefusal
  | ReportIncidentRefusal
  | ArrangePlanRefusal
  | ChangeFestivalStateRefusal
  | CloseCallRefusal
  | DecideRefusal
  | EditFestivalRefusal
  | AcceptOfferRefusal
  | OpenCallRefusal
  | OpenFestivalRefusal
  | PlaceRefusal
  | PublishRefusal
  | RankReserveRefusal
  | ReturnApplicationRefusal
  | SaveAnswerRefusal
  | SetCapsRefusal
  | SetTrainingRuleRefusal
  | SetDocumentNeedsRefusal
  | SetQuestionsRefusal
  | SubmitApplicationRefusal
  | SwapBoothsRefusal
  | WithdrawRefusal;

const capList = (caps: readonly CapCount[], language: Language) =>
  caps.map((cap) => capSentence(cap, language)).join(' ');

export const festivalRefusals = {
  festival_first_day_past: {
    status: 422,
    id: () => 'Hari pertama terlalu dekat: jam masuk barang sudah lewat. Pilih hari yang lebih jauh.',
    en: () => 'The first day is too near: load-in has passed already. Choose a later day.',
  },
  festival_region_unknown: {
    status: 422,
    id: () => 'Kabupaten atau kota ini belum kami kenal. Pilih dari daftar.',
    en: () => 'We do not know this city or regency. Choose one from the list.',
  },
  festival_ended: {
    status: 409,
    id: () => 'Festival ini sudah selesai atau dibatalkan. Isinya tidak berubah lagi.',
    en: () => 'This festival is finished or cancelled. It no longer changes.',
  },
  festival_dates_frozen: {
    status: 409,
    id: () => 'Hari dan jam sudah diumumkan. Tunda festival dulu, lalu pilih tanggal baru.',
    en: () => 'Days and hours have been announced. Postpone the festival first, then choose new dates.',
  },
  call_closes_after_load_in: {
    status: 422,
    id: () => 'Pendaftaran harus tutup sebelum jam masuk barang.',
    en: () => 'The call must close before load-in.',
  },
  load_in_after_opening: {
    status: 422,
    id: () => 'Jam masuk barang harus sebelum festival buka.',
    en: () => 'Load-in must come before the festival opens.',
  },
  questions_frozen: {
    status: 409,
    id: ({ why }) =>
      why === 'answered'
        ? 'Sudah ada yang menjawab, jadi pertanyaan tidak berubah lagi.'
        : 'Pendaftaran sudah ditutup, jadi pertanyaan tidak berubah lagi.',
    en: ({ why }) =>
      why === 'answered'
        ? 'Somebody has answered, so the questions stay as they are.'
        : 'The call has closed, so the questions stay as they are.',
  },
  too_many_questions: {
    status: 422,
    id: ({ most }) => `Paling banyak ${most} pertanyaan. Hapus yang jawabannya sudah kami ketahui.`,
    en: ({ most }) => `At most ${most} questions. Remove those we already know the answer to.`,
  },
  line_up_announced: {
    status: 409,
    id: () => 'Hasil sudah diumumkan, jadi bagian ini tidak berubah lagi.',
    en: () => 'The result has been announced, so this stays as it is.',
  },
  plan_in_use: {
    status: 409,
    id: ({ placed }) => `${placed} usaha sudah punya stan. Kosongkan stan mereka dulu.`,
    en: ({ placed }) => `${placed} businesses stand on the plan. Empty their booths first.`,
  },
  call_not_openable: {
    status: 409,
    id: () => 'Pendaftaran festival ini tidak bisa dibuka sekarang.',
    en: () => 'The call of this festival cannot be opened now.',
  },
  call_closes_past: {
    status: 422,
    id: () => 'Batas pendaftaran sudah lewat. Ubah tanggal tutupnya dulu.',
    en: () => 'The closing time has passed. Change it first.',
  },
  call_not_open: {
    status: 409,
    id: () => 'Pendaftaran sudah ditutup.',
    en: () => 'The call has closed already.',
  },
  call_closed: {
    status: 409,
    id: () => 'Pendaftaran festival ini sudah ditutup. Jawaban Anda tetap tersimpan.',
    en: () => 'The call of this festival has closed. Your answers are kept.',
  },
  already_applied: {
    status: 409,
    id: () => 'Usaha ini sudah mengirim pengajuan ke festival ini.',
    en: () => 'This business has applied to this festival already.',
  },
  application_closed: {
    status: 409,
    id: () => 'Pengajuan sudah terkirim, jadi jawabannya tidak berubah lagi.',
    en: () => 'The application has been sent, so its answers stay as they are.',
  },
  question_unknown: {
    status: 422,
    id: () => 'Pertanyaan festival ini baru berubah. Buka lagi halamannya.',
    en: () => 'The questions of this festival have just changed. Open the page again.',
  },
  answer_unfit: {
    status: 422,
    id: ({ want }) =>
      ({
        number: 'Tulis jawabannya dengan angka.',
        choice: 'Pilih salah satu jawaban.',
        shorter: 'Jawaban terlalu panjang. Tulis lebih singkat.',
      })[want],
    en: ({ want }) =>
      ({
        number: 'Write the answer in figures.',
        choice: 'Choose one of the answers.',
        shorter: 'The answer is too long. Write less.',
      })[want],
  },
  merchant_not_active: {
    status: 409,
    id: () => 'Profil usaha belum lengkap. Lengkapi dulu; jawaban Anda tetap tersimpan.',
    en: () => 'The profile of the business is not complete. Complete it first; your answers are kept.',
  },
  merchant_stopped: {
    status: 409,
    id: ({ state }) =>
      state === 'suspended'
        ? 'Usaha ini sedang ditangguhkan operator, jadi tawaran belum bisa diterima. Hubungi penyelenggara sebelum tenggatnya.'
        : 'Usaha ini sudah ditutup, jadi tawaran tidak bisa diterima.',
    en: ({ state }) =>
      state === 'suspended'
        ? 'The operator has suspended this business, so the offer cannot be accepted now. Talk to the organiser before its deadline.'
        : 'This business is closed, so the offer cannot be accepted.',
  },
  merchant_unchecked: {
    status: 409,
    id: ({ until, zone }) =>
      `Usaha Anda masih diperiksa. Tawaran tetap terbuka sampai ${formatDeadline(until, zone)}; terima setelah lolos. Kami kabari lewat pesan.`,
    en: ({ until, zone }) =>
      `Your business is still in review. The offer stays open until ${formatDeadline(until, zone, 'en')}; accept it once you have passed. We tell you by message.`,
  },
  merchant_hidden: {
    status: 409,
    id: () =>
      'Peserta tampil di susunan peserta, tetapi persetujuan tampil sudah ditarik. Tekan Tampilkan usaha di halaman usaha, lalu terima tawaran ini.',
    en: () =>
      'Participants are shown in the line-up, but consent to be shown was withdrawn. Press Show the business on its page, then accept this offer.',
  },
  answers_missing: {
    status: 422,
    id: ({ questions }) =>
      `Belum dijawab: ${formatList(
        questions.map(({ label }) => label),
        'id',
      )}`,
    en: ({ questions }) =>
      `Not answered yet: ${formatList(
        questions.map(({ label }) => label),
        'en',
      )}`,
  },
  application_not_pending: {
    status: 409,
    id: () => 'Pengajuan ini sedang tidak menunggu keputusan.',
    en: () => 'This application is not waiting for a decision.',
  },
  reason_missing: {
    status: 422,
    id: () => 'Tulis alasannya. Usaha akan membacanya.',
    en: () => 'Write the reason. The business will read it.',
  },
  not_curating: {
    status: 409,
    id: () => 'Susunan hanya bisa diubah setelah pendaftaran ditutup dan sebelum hasil diumumkan.',
    en: () => 'The line-up can be changed only after the call has closed and before the announcement.',
  },
  application_incomplete: {
    status: 409,
    id: ({ missing }) => `Pengajuan belum lengkap: ${formatList(missingWords(missing, 'id'), 'id')}.`,
    en: ({ missing }) => `The application is not complete: ${formatList(missingWords(missing, 'en'), 'en')}.`,
  },
  not_on_reserve: {
    status: 409,
    id: () => 'Usaha ini tidak lagi di daftar cadangan.',
    en: () => 'This business is no longer on the reserve list.',
  },
  booth_unknown: {
    status: 404,
    id: () => 'Stan ini tidak ada di denah.',
    en: () => 'This booth is not on the plan.',
  },
  booth_taken: {
    status: 409,
    id: ({ booth, by }) =>
      by ? `Stan ${booth} baru saja diisi ${by}. Pilih stan lain.` : `Stan ${booth} sudah terisi.`,
    en: ({ booth, by }) =>
      by ? `Booth ${booth} was just taken by ${by}. Choose another.` : `Booth ${booth} is taken.`,
  },
  nothing_to_swap: {
    status: 409,
    id: () => 'Tidak ada yang bisa ditukar: salah satu stan kosong.',
    en: () => 'Nothing to swap: one of the booths is empty.',
  },
  already_published: {
    status: 409,
    id: () => 'Hasil sudah diumumkan.',
    en: () => 'The result has been announced already.',
  },
  nobody_chosen: {
    status: 409,
    id: () => 'Belum ada usaha yang terpilih.',
    en: () => 'Nobody is chosen yet.',
  },
  undecided: {
    status: 409,
    id: ({ count }) => `${count} pendaftar belum diputuskan. Pilih, cadangkan, atau beri alasan dulu.`,
    en: ({ count }) => `${count} applicants are undecided. Choose, reserve, or give a reason first.`,
  },
  chosen_incomplete: {
    status: 409,
    id: ({ names }) => `Tidak lengkap lagi: ${formatList(names, 'id')}. Periksa pengajuannya.`,
    en: ({ names }) => `No longer complete: ${formatList(names, 'en')}. Look at the applications.`,
  },
  chosen_without_booth: {
    status: 409,
    id: ({ count }) => `${count} usaha terpilih belum punya stan.`,
    en: ({ count }) => `${count} chosen businesses have no booth.`,
  },
  caps_broken: {
    status: 409,
    id: ({ caps }) => capList(caps, 'id'),
    en: ({ caps }) => capList(caps, 'en'),
  },
  booths_empty_confirm: {
    status: 409,
    id: ({ count }) => `${count} stan masih kosong. Umumkan dengan stan kosong, atau isi dulu.`,
    en: ({ count }) => `${count} booths are still empty. Announce with empty booths, or fill them first.`,
  },
  too_late_to_offer: {
    status: 409,
    id: ({ latest, zone }) =>
      `Tawaran harus terjawab sebelum ${formatDateTime(latest, zone, 'id')}. Undurkan jam masuk barang atau tunda festival.`,
    en: ({ latest, zone }) =>
      `Offers must be answered before ${formatDateTime(latest, zone, 'en')}. Move load-in or postpone the festival.`,
  },
  offer_expired: {
    status: 409,
    id: ({ booth, expiresAt, zone, nextTold }) =>
      `Tawaran stan ${booth} berakhir ${formatDeadline(expiresAt, zone, 'id')}. ${nextTold === 'yes' ? 'Stan sudah ditawarkan ke cadangan berikutnya.' : 'Stan beralih ke cadangan berikutnya.'}`,
    en: ({ booth, expiresAt, zone, nextTold }) =>
      `The offer of booth ${booth} ended ${formatDeadline(expiresAt, zone, 'en')}. ${nextTold === 'yes' ? 'It has been offered to the next on the reserve list.' : 'It goes to the next on the reserve list.'}`,
  },
  offer_answered: {
    status: 409,
    id: ({ outcome, booth }) =>
      outcome === 'accepted' ? `Stan ${booth} sudah diterima.` : `Tawaran stan ${booth} sudah dijawab.`,
    en: ({ outcome, booth }) =>
      outcome === 'accepted' ? `Booth ${booth} has been accepted.` : `The offer of booth ${booth} has been answered.`,
  },
  offer_not_yours: {
    status: 404,
    id: () => 'Tawaran ini untuk usaha lain.',
    en: () => 'This offer is for another business.',
  },
  application_ended: {
    status: 409,
    id: () => 'Pengajuan ini sudah berakhir.',
    en: () => 'This application has ended.',
  },
  festival_running: {
    status: 409,
    id: () => 'Festival sedang berlangsung. Hubungi penyelenggara.',
    en: () => 'The festival is running. Talk to the organiser.',
  },
  festival_state_not_next: {
    status: 409,
    id: () => 'Keadaan festival baru saja berubah. Buka lagi halamannya.',
    en: () => 'The state of the festival has just changed. Open the page again.',
  },
  festival_stall_unknown: {
    status: 422,
    id: () => 'Stan itu tidak ikut festival ini lagi. Pilih stan lain.',
    en: () => 'That booth is no longer part of this festival. Choose another.',
  },
  incident_not_open: {
    status: 409,
    id: () => 'Kejadian ini sudah ditutup.',
    en: () => 'This incident has been closed already.',
  },
  notice_nobody: {
    status: 409,
    id: () => 'Belum ada pemilik lapak yang bisa dihubungi. Kabar tidak dikirim.',
    en: () => 'No stall owner can be reached yet. Nothing was sent.',
  },
  training_rule_frozen: {
    status: 409,
    id: () =>
      'Pendaftaran sudah dibuka, dan calon mendaftar dengan aturan yang mereka baca. Aturan ini tidak berubah lagi.',
    en: () => 'The call was opened, and applicants apply under the rule they read. This rule stays as it is.',
  },
} satisfies RefusalWords<FestivalRefusal>;
