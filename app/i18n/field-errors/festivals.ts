import type { Language } from '~/shared/language';
import { festivals as en } from '../en/festivals';
import type { FieldErrorData, FieldErrorWords } from '../field-error-words';
import { festivals as id } from '../id/festivals';

const WORDS = { id, en };

/** A sentence that several fields share, behind the name of the one it is about. */
function about(name: string | undefined, sentence: string): string {
  return name ? `${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence;
}

function edited({ field }: FieldErrorData, language: Language): string | undefined {
  return (WORDS[language].edit as Record<string, unknown>)[String(field)] as string | undefined;
}

function quota({ field }: FieldErrorData, language: Language): string | undefined {
  const { caps, categories } = WORDS[language];
  const kind = categories[String(field)];
  if (kind) return caps.oneCategory(kind);
  const { total, category, dish, district, namedDishLimit: dishNameLimit } = caps;
  return { total, category, dish, district, dishNameLimit }[String(field)];
}

export const festivalFieldErrors = {
  festival_name_missing: { id: () => 'Isi nama festival.', en: () => 'Name the festival.' },
  festival_name_long: {
    id: () => 'Nama festival paling panjang 80 huruf.',
    en: () => 'The name of the festival has at most 80 letters.',
  },
  festival_place_long: {
    id: () => 'Tempat festival paling panjang 120 huruf.',
    en: () => 'The place has at most 120 letters.',
  },
  festival_template_missing: { id: () => 'Pilih bentuk festival.', en: () => 'Choose a kind of festival.' },
  festival_city_missing: { id: () => 'Pilih kabupaten atau kota.', en: () => 'Choose a city or regency.' },
  festival_place_missing: {
    id: () => 'Isi tempat festival. Contoh: Benteng Kuto Besak.',
    en: () => 'Say where it is. Example: Benteng Kuto Besak.',
  },
  festival_day_wrong: {
    id: (data) => about(edited(data, 'id'), 'Pilih tanggal. Contoh: 28 November 2026.'),
    en: (data) => about(edited(data, 'en'), 'Choose a date. Example: 28 November 2026.'),
  },
  festival_clock_wrong: {
    id: (data) => about(edited(data, 'id'), 'Tulis jam, contoh 10.00.'),
    en: (data) => about(edited(data, 'en'), 'Write a time, such as 10.00.'),
  },
  festival_booths_wrong: {
    id: () => 'Jumlah stan 1 sampai 400.',
    en: () => 'A festival has 1 to 400 booths.',
  },
  festival_columns_wrong: {
    id: () => 'Satu baris 1 sampai 20 stan.',
    en: () => 'A row has 1 to 20 booths.',
  },
  festival_offer_hours_wrong: {
    id: () => 'Lama tawaran 2 sampai 168 jam.',
    en: () => 'An offer stands for 2 to 168 hours.',
  },
  festival_story_long: {
    id: () => 'Cerita festival paling panjang 1.000 huruf.',
    en: () => 'The story of the festival has at most 1,000 letters.',
  },
  festival_same_hours: {
    id: () => 'Jam tutup harus beda dari jam buka.',
    en: () => 'Closing must differ from opening.',
  },
  training_amount_wrong: {
    id: () => 'Jumlah pelajaran atau poin 1 sampai 10.',
    en: () => 'The number of lessons or points is 1 to 10.',
  },
  cap_wrong: {
    id: (data) => about(quota(data, 'id'), 'Tulis angka 0 sampai 400, atau kosongkan.'),
    en: (data) => about(quota(data, 'en'), 'Write 0 to 400, or leave it empty.'),
  },
  cap_percent_wrong: {
    id: () => 'Persen bersertifikat halal 0 sampai 100, atau kosongkan.',
    en: () => 'The percentage of halal certified is 0 to 100, or empty.',
  },
  cap_dish_limit_missing: {
    id: () => 'Tulis paling banyak berapa stan dengan menu tertentu itu.',
    en: () => 'Write how many booths at most may have that certain dish.',
  },
  question_long: {
    id: ({ n }) => `Pertanyaan ${n} paling panjang 160 huruf.`,
    en: ({ n }) => `Question ${n} has at most 160 letters.`,
  },
  question_hint_long: {
    id: ({ n }) => `Bantuan singkat pertanyaan ${n} paling panjang 160 huruf.`,
    en: ({ n }) => `The short help of question ${n} has at most 160 letters.`,
  },
  question_choices_many: {
    id: ({ n }) => `Pertanyaan ${n} paling banyak punya 12 pilihan. Hapus yang tidak perlu.`,
    en: ({ n }) => `Question ${n} has at most 12 choices. Take some away.`,
  },
  question_choices_few: {
    id: ({ n }) => `Pertanyaan ${n}: tulis sedikitnya dua pilihan, satu baris satu.`,
    en: ({ n }) => `Question ${n}: write at least two choices, one a line.`,
  },
  answer_missing: {
    id: ({ question }) => `Jawab pertanyaan "${question}".`,
    en: ({ question }) => `Answer the question "${question}".`,
  },
  answer_choice_missing: {
    id: ({ question }) => `Pilih satu jawaban untuk "${question}".`,
    en: ({ question }) => `Choose one answer to "${question}".`,
  },
  outcome_missing: {
    id: () => 'Pilih putusan pengajuan ini.',
    en: () => 'Choose what is decided about this application.',
  },
  training_kind_missing: {
    id: () => 'Pilih bagaimana pelajaran yang selesai dihitung.',
    en: () => 'Choose how finished lessons count.',
  },
  answer_number: {
    id: ({ question }) => `Jawab "${question}" dengan angka, contoh 40.`,
    en: ({ question }) => `Answer "${question}" in figures, such as 40.`,
  },
  answer_long: {
    id: ({ question }) => `Jawaban "${question}" paling panjang 600 huruf.`,
    en: ({ question }) => `The answer to "${question}" has at most 600 letters.`,
  },
  why_missing: {
    id: () => 'Tulis alasannya. Usaha akan membacanya.',
    en: () => 'Write the reason. The business will read it.',
  },
  why_long: {
    id: () => 'Alasan paling panjang 300 huruf.',
    en: () => 'A reason has at most 300 letters.',
  },
  booth_choose: { id: () => 'Pilih stan dari daftar.', en: () => 'Choose a booth from the list.' },
  incident_kind_choose: { id: () => 'Pilih apa yang terjadi.', en: () => 'Choose what happened.' },
  incident_severity_choose: { id: () => 'Pilih seberapa gawat.', en: () => 'Choose how serious it is.' },
  incident_text_long: {
    id: () => 'Keterangan paling panjang 200 huruf.',
    en: () => 'The description has at most 200 letters.',
  },
  notice_missing: {
    id: () => 'Tulis kabarnya. Contoh: air bersih ada di pintu timur.',
    en: () => 'Write the news. Example: clean water is at the east gate.',
  },
  notice_long: {
    id: () => 'Kabar paling panjang 140 huruf.',
    en: () => 'The news has at most 140 letters.',
  },
} satisfies FieldErrorWords;
