import type { FieldErrorWords } from '../field-error-words';

export const festivalFieldErrors = {
  festival_name_missing: { id: () => 'Isi nama festival.', en: () => 'Name the festival.' },
  festival_name_long: { id: () => 'Nama paling panjang 80 huruf.', en: () => 'At most 80 letters.' },
  festival_place_long: { id: () => 'Tempat paling panjang 120 huruf.', en: () => 'At most 120 letters.' },
  festival_template_missing: { id: () => 'Pilih bentuk festival.', en: () => 'Choose a kind of festival.' },
  festival_city_missing: { id: () => 'Pilih kabupaten atau kota.', en: () => 'Choose a city or regency.' },
  festival_place_missing: {
    id: () => 'Isi tempat festival. Contoh: Benteng Kuto Besak.',
    en: () => 'Say where it is. Example: Benteng Kuto Besak.',
  },
  festival_day_wrong: {
    id: () => 'Pilih tanggal. Contoh: 28 November 2026.',
    en: () => 'Choose a date. Example: 28 November 2026.',
  },
  festival_clock_wrong: { id: () => 'Tulis jam, contoh 10.00.', en: () => 'Write a time, such as 10.00.' },
  festival_booths_wrong: { id: () => 'Jumlah stan 1 sampai 400.', en: () => 'Between 1 and 400 booths.' },
  festival_columns_wrong: { id: () => 'Satu baris 1 sampai 20 stan.', en: () => 'Between 1 and 20 booths in a row.' },
  festival_offer_hours_wrong: { id: () => 'Lama tawaran 2 sampai 168 jam.', en: () => 'Between 2 and 168 hours.' },
  festival_story_long: { id: () => 'Cerita paling panjang 1.000 huruf.', en: () => 'At most 1,000 letters.' },
  festival_same_hours: {
    id: () => 'Jam tutup harus beda dari jam buka.',
    en: () => 'Closing must differ from opening.',
  },
  training_amount_wrong: { id: () => 'Tulis angka 1 sampai 10.', en: () => 'Write a number from 1 to 10.' },
  cap_wrong: { id: () => 'Tulis angka 0 sampai 400, atau kosongkan.', en: () => 'Write 0 to 400, or leave it empty.' },
  cap_percent_wrong: {
    id: () => 'Tulis angka 0 sampai 100, atau kosongkan.',
    en: () => 'Write 0 to 100, or leave it empty.',
  },
  cap_dish_limit_missing: { id: () => 'Tulis batas untuk menu ini.', en: () => 'Write the limit for this dish.' },
  question_long: { id: () => 'Pertanyaan paling panjang 160 huruf.', en: () => 'At most 160 letters.' },
  question_hint_long: {
    id: () => 'Bantuan singkat paling panjang 160 huruf.',
    en: () => 'A short help has at most 160 letters.',
  },
  question_choices_many: {
    id: () => 'Paling banyak 12 pilihan. Hapus yang tidak perlu.',
    en: () => 'At most 12 choices. Take some away.',
  },
  question_choices_few: {
    id: () => 'Tulis sedikitnya dua pilihan, satu baris satu.',
    en: () => 'Write at least two choices, one a line.',
  },
  answer_missing: { id: () => 'Jawab pertanyaan ini.', en: () => 'Answer this question.' },
  answer_number: { id: () => 'Tulis dengan angka, contoh 40.', en: () => 'Write figures, such as 40.' },
  answer_long: { id: () => 'Paling panjang 600 huruf.', en: () => 'At most 600 letters.' },
  why_missing: {
    id: () => 'Tulis alasannya. Usaha akan membacanya.',
    en: () => 'Write the reason. The business will read it.',
  },
  why_long: { id: () => 'Paling panjang 300 huruf.', en: () => 'At most 300 letters.' },
  booth_choose: { id: () => 'Pilih stan dari daftar.', en: () => 'Choose a booth from the list.' },
  incident_kind_choose: { id: () => 'Pilih apa yang terjadi.', en: () => 'Choose what happened.' },
  incident_severity_choose: { id: () => 'Pilih seberapa gawat.', en: () => 'Choose how serious it is.' },
  incident_text_long: { id: () => 'Keterangan paling panjang 200 huruf.', en: () => 'At most 200 letters.' },
  notice_missing: {
    id: () => 'Tulis kabarnya. Contoh: air bersih ada di pintu timur.',
    en: () => 'Write the news. Example: clean water is at the east gate.',
  },
  notice_long: { id: () => 'Kabar paling panjang 140 huruf.', en: () => 'At most 140 letters.' },
} satisfies FieldErrorWords;
