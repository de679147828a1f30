import type { Language } from '~/shared/language';
import { HOUSE_ZONE } from '~/shared/time';
import { merchants as en } from '../en/merchants';
import type { FieldErrorData, FieldErrorWords } from '../field-error-words';
import { formatDate } from '../format';
import { merchants as id } from '../id/merchants';

const day = (date: string | number | undefined, language: Language) =>
  formatDate(String(date), HOUSE_ZONE, 'medium', language);

/** "Senin, buka pukul"; the edge alone where all days share it. */
function hoursEdge({ edge, weekday }: FieldErrorData, language: Language): string {
  const { hours, weekdays } = { id, en }[language];
  const said = edge === 'closes' ? hours.closes : hours.opens;
  const day = weekdays[Number(weekday)];
  return day ? `${day}, ${said.toLowerCase()}` : said;
}

const missingZero = {
  id: (typed: number) => (typed === 12 ? ' Mungkin 0 di depan hilang.' : ''),
  en: (typed: number) => (typed === 12 ? ' Perhaps the 0 in front was lost.' : ''),
};

export const merchantFieldErrors = {
  consent_missing: { id: () => 'Pilih boleh tampil atau belum.', en: () => 'Choose whether we may show it.' },
  stall_name_missing: {
    id: () => 'Isi nama lapak. Contoh: Pempek Cek Siti.',
    en: () => 'Fill in the name of your stall. Example: Pempek Cek Siti.',
  },
  stall_name_long: {
    id: () => 'Nama lapak paling panjang 60 huruf.',
    en: () => 'A stall name has at most 60 letters.',
  },
  city_missing: {
    id: () => 'Isi kabupaten atau kota. Contoh: Kota Palembang.',
    en: () => 'Fill in the regency or city. Example: Kota Palembang.',
  },
  city_unknown: {
    id: ({ typed }) => `"${typed}" tidak ada di daftar. Tulis nama kabupaten atau kota, contoh Kota Palembang.`,
    en: ({ typed }) => `"${typed}" is not in the list. Write a regency or city, for example Kota Palembang.`,
  },
  city_two: {
    id: ({ first, second }) => `Ada ${first} dan ${second}. Pilih salah satu.`,
    en: ({ first, second }) => `There are ${first} and ${second}. Choose one.`,
  },
  owner_name_missing: {
    id: () => 'Isi nama seperti di KTP. Satu kata boleh.',
    en: () => 'Fill in the name as on the KTP. One word is fine.',
  },
  owner_name_long: {
    id: () => 'Nama pemilik paling panjang 60 huruf.',
    en: () => "The owner's name has at most 60 letters.",
  },
  owner_name_letters: {
    id: () => 'Nama ditulis dengan huruf, seperti di KTP. Angka dan tanda lain tidak perlu.',
    en: () => 'A name is written in letters, as on the KTP, without digits or other signs.',
  },
  category_missing: { id: () => 'Pilih yang paling banyak dijual.', en: () => 'Choose what you sell most.' },
  district_missing: {
    id: () => 'Isi kecamatan. Contoh: Bukitkecil.',
    en: () => 'Fill in the district (kecamatan). Example: Bukitkecil.',
  },
  district_long: {
    id: () => 'Nama kecamatan paling panjang 60 huruf.',
    en: () => 'A district has at most 60 letters.',
  },
  address_long: { id: () => 'Alamat paling panjang 200 huruf.', en: () => 'An address has at most 200 letters.' },
  story_long: { id: () => 'Cerita paling panjang 600 huruf.', en: () => 'A story has at most 600 letters.' },
  kbli_not_listed: { id: () => 'Pilih kode KBLI dari daftar.', en: () => 'Choose a KBLI code from the list.' },
  yearly_sales_not_a_number: {
    id: () => 'Tulis penjualan setahun dengan angka, contoh 90.000.000 atau 90 juta.',
    en: () => 'Write the sales of a year in figures, for example 90.000.000.',
  },
  capital_not_a_number: {
    id: () => 'Tulis modal usaha dengan angka, contoh 25.000.000 atau 25 juta.',
    en: () => 'Write the capital in figures, for example 25.000.000.',
  },
  hours_clock: {
    id: (data) => `${hoursEdge(data, 'id')}: tulis jam, contoh 08.00 atau 17.30.`,
    en: (data) => `${hoursEdge(data, 'en')}: write a time, for example 08.00 or 17.30.`,
  },
  complaints_person_missing: {
    id: () => 'Pilih siapa yang menerima keluhan.',
    en: () => 'Choose who receives complaints.',
  },
  paper_answer_missing: {
    id: () => 'Pilih punya dokumen ini atau belum. "Belum punya" juga jawaban.',
    en: () => 'Choose whether you have this paper. "Not yet" is an answer too.',
  },
  issued_on_shape: {
    id: () => 'Tulis tanggal terbit, contoh 3 April 2024.',
    en: () => 'Give the date of issue, for example 3 April 2024.',
  },
  valid_until_shape: {
    id: () => 'Tulis berlaku sampai tanggal berapa, contoh 3 April 2027.',
    en: () => 'Give the date until which it holds, for example 3 April 2027.',
  },

  nik_length: {
    id: ({ typed }) => `NIK 16 angka; baru terisi ${typed}.`,
    en: ({ typed }) => `A NIK has 16 digits; this has ${typed}.`,
  },
  nik_day: {
    id: ({ day }) => `Angka ke-7 dan ke-8 (${day}) bukan tanggal. Cocokkan dengan KTP.`,
    en: ({ day }) => `Digits 7 and 8 (${day}) are no day. Compare with the KTP.`,
  },
  nik_month: {
    id: ({ month }) => `Angka ke-9 dan ke-10 (${month}) bukan bulan. Cocokkan dengan KTP.`,
    en: ({ month }) => `Digits 9 and 10 (${month}) are no month. Compare with the KTP.`,
  },
  nik_starts_with_zero: {
    id: () => 'NIK tidak diawali 0. Cocokkan dengan KTP.',
    en: () => 'A NIK does not begin with 0. Compare with the KTP.',
  },
  npwp_length: {
    id: ({ typed }) => `NPWP 15 atau 16 angka, NITKU 22; ini ${typed}.`,
    en: ({ typed }) => `An NPWP has 15 or 16 digits, a NITKU 22; this has ${typed}.`,
  },
  npwp_check_digit: {
    id: () => 'Ada angka NPWP yang tertukar. Cocokkan 9 angka pertama dengan kartu.',
    en: () => 'A digit of the NPWP is mixed up. Compare the first 9 with the card.',
  },
  nib_length: {
    id: ({ typed }) => `NIB 13 angka; baru ${typed}.${missingZero.id(Number(typed))}`,
    en: ({ typed }) => `An NIB has 13 digits; this has ${typed}.${missingZero.en(Number(typed))}`,
  },
  pirt_length: {
    id: ({ typed }) => `Nomor SPP-IRT 15 angka; ini ${typed}.`,
    en: ({ typed }) => `An SPP-IRT number has 15 digits; this has ${typed}.`,
  },
  bpom_shape: {
    id: () => 'Nomor BPOM diawali MD atau ML, lalu 12 angka. Contoh: MD 235602169254.',
    en: () => 'A BPOM number begins with MD or ML, then 12 digits. Example: MD 235602169254.',
  },
  halal_shape: {
    id: () => 'Nomor sertifikat halal diawali ID, lalu 17 angka.',
    en: () => 'A halal certificate number begins with ID, then 17 digits.',
  },
  halal_decision_number: {
    id: () =>
      'Ini nomor ketetapan. Isi nomor sertifikat BPJPH yang diawali ID. Kalau belum terbit, pilih Sedang diurus.',
    en: () =>
      'This is the decision number. Fill in the BPJPH certificate number that begins with ID. If it is not out yet, choose In process.',
  },
  paper_number_too_long: {
    id: () => 'Nomor dokumen paling panjang 60 huruf.',
    en: () => 'The number of a paper has at most 60 letters.',
  },

  nik_region_unknown: {
    id: ({ region }) => `Kode daerah ${region} tidak kami kenal. Jika sama dengan KTP, tidak apa-apa.`,
    en: ({ region }) => `We do not know region code ${region}. If it is what the KTP says, that is fine.`,
  },
  nik_date_unusual: {
    id: ({ date }) => `Tanggal lahir ${date} di NIK tidak lazim. Jika sama dengan KTP, tidak apa-apa.`,
    en: ({ date }) => `The birth date ${date} in the NIK is unusual. If it is what the KTP says, that is fine.`,
  },
  nik_serial_zero: {
    id: () => 'Empat angka terakhir NIK jarang 0000. Jika sama dengan KTP, tidak apa-apa.',
    en: () => 'The last four digits of a NIK are rarely 0000. If it is what the KTP says, that is fine.',
  },
  npwp_not_nik: {
    id: () => 'NPWP perorangan biasanya sama dengan NIK di KTP. Jika sama dengan kartu, tidak apa-apa.',
    en: () => "A person's NPWP is usually the NIK of the KTP. If it is what the card says, that is fine.",
  },
  nitku_head_office: {
    id: () => 'NITKU berakhir 000000 berarti kantor pusat. Cabang mulai dari 000001.',
    en: () => 'A NITKU that ends in 000000 is the head office. Branches begin at 000001.',
  },
  pirt_packaging_unknown: {
    id: ({ digit }) => `Angka pertama SPP-IRT biasanya 1 sampai 8; ini ${digit}. Cocokkan dengan sertifikat.`,
    en: ({ digit }) =>
      `The first digit of an SPP-IRT is usually 1 to 8; this is ${digit}. Compare with the certificate.`,
  },
  pirt_ended: {
    id: ({ year }) => `Menurut nomornya, SPP-IRT ini habis tahun ${year}. Perpanjang sebelum festival.`,
    en: ({ year }) => `By its number this SPP-IRT ended in ${year}. Renew it before the festival.`,
  },
  bpom_long: {
    id: () => 'Nomor BPOM biasanya 12 angka. Cocokkan dengan label.',
    en: () => 'A BPOM number usually has 12 digits. Compare with the label.',
  },
  halal_short: {
    id: ({ digits }) => `Nomor halal biasanya 17 angka; ini ${digits}. Cocokkan dengan sertifikat.`,
    en: ({ digits }) => `A halal number usually has 17 digits; this has ${digits}. Compare with the certificate.`,
  },
  paper_end_missing: {
    id: () => 'Tanggal akhir belum diisi. Lihat tanggal yang tercetak di sertifikat.',
    en: () => 'The end date is missing. Look at the date printed on the certificate.',
  },
  paper_ended: {
    id: ({ date }) => `Masa berlaku habis ${day(date, 'id')}. Unggah yang baru.`,
    en: ({ date }) => `It ended on ${day(date, 'en')}. Upload the new one.`,
  },
  paper_end_soon: {
    id: ({ date, days }) => `Habis ${day(date, 'id')}. Perpanjang paling lambat ${days} hari sebelumnya.`,
    en: ({ date, days }) => `It ends on ${day(date, 'en')}. Renew it at least ${days} days before.`,
  },
  paper_end_far: {
    id: ({ years }) => `Dokumen ini biasanya berlaku ${years} tahun. Cocokkan kedua tanggal dengan aslinya.`,
    en: ({ years }) => `This paper usually holds ${years} years. Compare both dates with the original.`,
  },
  paper_dates_crossed: {
    id: ({ issuedOn, validUntil }) =>
      `Tanggal akhir (${day(validUntil, 'id')}) sebelum tanggal terbit (${day(issuedOn, 'id')}).`,
    en: ({ issuedOn, validUntil }) =>
      `The end (${day(validUntil, 'en')}) comes before the day of issue (${day(issuedOn, 'en')}).`,
  },
  paper_issued_later: {
    id: ({ issuedOn }) => `Tanggal terbit ${day(issuedOn, 'id')} belum tiba. Cocokkan dengan dokumen.`,
    en: ({ issuedOn }) => `The day of issue, ${day(issuedOn, 'en')}, has not come yet. Compare with the paper.`,
  },
  paper_answer_with_page: {
    id: () => 'Ada foto, jadi pilih Punya. Atau kosongkan fotonya.',
    en: () => 'There is a photo, so choose Have it. Or leave the photo out.',
  },
  paper_note_missing: {
    id: () => 'Tulis apa yang tidak cocok, supaya pemilik tahu.',
    en: () => 'Write what does not fit, so that the owner knows.',
  },
  paper_note_long: { id: () => 'Catatan paling panjang 200 huruf.', en: () => 'A note has at most 200 letters.' },
  paper_outcome_missing: { id: () => 'Pilih cocok atau tidak cocok.', en: () => 'Choose whether it fits.' },
} satisfies FieldErrorWords;
