import { type FestivalMessage, say } from '~/shared/message-templates';
import { formatDateRange, formatDateTime } from '../format';
import type { MessageWords } from '../messages';

const sample = {
  stall: 'Pempek Cek Siti',
  festival: 'Pesta Rasa Palembang',
  zone: 'Asia/Jakarta',
  booth: 14,
  expiresAt: Date.UTC(2026, 10, 26, 13, 0),
  position: 3,
  why: 'foto menu belum ada',
  firstDay: '2026-11-28',
  lastDay: '2026-11-30',
};

/** What festivals tell merchants: fixed words first and last, no two variables side by side (Meta's rules). */
export const festivalMessages: Record<FestivalMessage, MessageWords> = {
  festival_offer: {
    sample,
    id: {
      subject: 'Usaha Anda terpilih',
      text: ({ stall = '', festival = '', booth = 0, expiresAt = 0, zone = '' }) =>
        say`Usaha ${stall} terpilih di ${festival}: stan ${booth}. Jawab sebelum ${formatDateTime(Number(expiresAt), String(zone), 'id')}. Setelah itu stan beralih ke cadangan berikutnya.`,
      button: 'Lihat tawaran',
    },
    en: {
      subject: 'You are chosen',
      text: ({ stall = '', festival = '', booth = 0, expiresAt = 0, zone = '' }) =>
        say`Your business ${stall} is chosen for ${festival}: booth ${booth}. Answer before ${formatDateTime(Number(expiresAt), String(zone), 'en')}. After that the booth goes to the next on the reserve list.`,
      button: 'See the offer',
    },
  },
  festival_offer_reminder: {
    sample,
    id: {
      subject: 'Tawaran menunggu jawaban',
      text: ({ stall = '', festival = '', booth = 0, expiresAt = 0, zone = '' }) =>
        say`Tawaran untuk ${stall} di ${festival} belum dijawab: stan ${booth}. Kami menunggu sampai ${formatDateTime(Number(expiresAt), String(zone), 'id')}. Satu ketukan cukup.`,
      button: 'Lihat tawaran',
    },
    en: {
      subject: 'An offer awaits your answer',
      text: ({ stall = '', festival = '', booth = 0, expiresAt = 0, zone = '' }) =>
        say`The offer to ${stall} at ${festival} has no answer yet: booth ${booth}. We hold it until ${formatDateTime(Number(expiresAt), String(zone), 'en')}. One tap is enough.`,
      button: 'See the offer',
    },
  },
  festival_offer_expired: {
    sample,
    id: {
      subject: 'Tawaran sudah berakhir',
      text: ({ stall = '', festival = '', booth = 0 }) =>
        say`Tawaran untuk ${stall} di ${festival} sudah berakhir: stan ${booth}. Stan ini beralih ke cadangan berikutnya.`,
      button: 'Lihat festival lain',
    },
    en: {
      subject: 'The offer has ended',
      text: ({ stall = '', festival = '', booth = 0 }) =>
        say`The offer to ${stall} at ${festival} has ended: booth ${booth}. It goes to the next on the reserve list.`,
      button: 'See other festivals',
    },
  },
  festival_waitlisted: {
    sample,
    id: {
      subject: 'Anda di daftar cadangan',
      text: ({ stall = '', festival = '', position = 0 }) =>
        say`Usaha ${stall} masuk daftar cadangan ${festival}, urutan ${position}. Kami kabari begitu ada stan untuk Anda.`,
      button: 'Lihat pengajuan',
    },
    en: {
      subject: 'You are on the reserve list',
      text: ({ stall = '', festival = '', position = 0 }) =>
        say`Your business ${stall} is on the reserve list of ${festival}, place ${position}. We tell you as soon as a booth is free.`,
      button: 'See the application',
    },
  },
  festival_not_chosen: {
    sample,
    id: {
      subject: 'Hasil pendaftaran festival',
      text: ({ stall = '', festival = '' }) =>
        say`Usaha ${stall} belum terpilih di ${festival}. Alasannya bisa dibaca lewat tombol ini.`,
      button: 'Lihat alasan',
    },
    en: {
      subject: 'Result of your application',
      text: ({ stall = '', festival = '' }) =>
        say`Your business ${stall} was not chosen for ${festival} this time. Read the reason with this button.`,
      button: 'Read the reason',
    },
  },
  festival_returned: {
    sample,
    id: {
      subject: 'Pengajuan perlu diperbaiki',
      text: ({ stall = '', festival = '', why = '' }) =>
        say`Pengajuan ${stall} untuk ${festival} perlu diperbaiki: ${why}. Jawaban lain tidak perlu diisi ulang.`,
      button: 'Perbaiki',
    },
    en: {
      subject: 'Your application needs a change',
      text: ({ stall = '', festival = '', why = '' }) =>
        say`The application of ${stall} for ${festival} needs a change: ${why}. Your other answers are kept.`,
      button: 'Change it',
    },
  },
  festival_postponed: {
    sample,
    id: {
      subject: 'Festival ditunda',
      text: ({ stall = '', festival = '', why = '' }) =>
        say`Untuk ${stall}: ${festival} ditunda karena ${why}. Pengajuan dan stan Anda tetap tersimpan. Tanggal baru kami kabarkan.`,
      button: 'Lihat festival',
    },
    en: {
      subject: 'Festival postponed',
      text: ({ stall = '', festival = '', why = '' }) =>
        say`For ${stall}: ${festival} is postponed because ${why}. Your application and booth are kept. We will tell you the new dates.`,
      button: 'See the festival',
    },
  },
  festival_resumed: {
    sample,
    id: {
      subject: 'Festival dilanjutkan',
      text: ({ stall = '', festival = '', firstDay = '', lastDay = '' }) =>
        say`Untuk ${stall}: ${festival} dilanjutkan pada ${formatDateRange(String(firstDay), String(lastDay), 'id')}. Cek lagi jam dan stan Anda.`,
      button: 'Lihat festival',
    },
    en: {
      subject: 'Festival goes on',
      text: ({ stall = '', festival = '', firstDay = '', lastDay = '' }) =>
        say`For ${stall}: ${festival} goes on, ${formatDateRange(String(firstDay), String(lastDay), 'en')}. Check your hours and booth again.`,
      button: 'See the festival',
    },
  },
  festival_cancelled: {
    sample,
    id: {
      subject: 'Festival dibatalkan',
      text: ({ stall = '', festival = '', why = '' }) =>
        say`Untuk ${stall}: ${festival} dibatalkan karena ${why}. Data usaha dan menu Anda tetap tersimpan.`,
      button: 'Lihat festival',
    },
    en: {
      subject: 'Festival cancelled',
      text: ({ stall = '', festival = '', why = '' }) =>
        say`For ${stall}: ${festival} is cancelled because ${why}. Your business and menu are kept.`,
      button: 'See the festival',
    },
  },
  festival_notice: {
    sample: { ...sample, text: 'hujan sebentar lagi, tutup bahan Anda' },
    id: {
      subject: 'Kabar dari penyelenggara',
      text: ({ stall = '', festival = '', text = '' }) =>
        say`Kabar penyelenggara ${festival} untuk ${stall}: ${text}. Tanyakan ke petugas jika kurang jelas.`,
      button: 'Lihat festival',
    },
    en: {
      subject: 'News from the organiser',
      text: ({ stall = '', festival = '', text = '' }) =>
        say`News from the organiser of ${festival} for ${stall}: ${text}. Ask the staff if anything is unclear.`,
      button: 'See the festival',
    },
  },
};
