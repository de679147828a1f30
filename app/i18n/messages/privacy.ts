import { type PrivacyMessage, say } from '~/shared/message-templates';
import type { MessageWords } from '../messages';

/** What somebody hears about a request of hers; what was asked stands on the page alone. */
export const privacyMessages: Record<PrivacyMessage, MessageWords> = {
  privacy_answered: {
    sample: {},
    id: {
      subject: 'Permintaan data pribadi dijawab',
      text: () => say`Permintaan Anda tentang data pribadi di Pestarasa sudah dijawab. Masuk untuk membacanya.`,
      button: 'Lihat jawaban',
    },
    en: {
      subject: 'Privacy request answered',
      text: () => say`Your request about your personal data on Pestarasa is answered. Sign in to read it.`,
      button: 'See the answer',
    },
  },
  privacy_erasing: {
    sample: {},
    id: {
      subject: 'Data Anda dihapus',
      text: () =>
        say`Data pribadi Anda di Pestarasa dihapus beberapa menit lagi, sesuai permintaan Anda. Ini pesan terakhir dari kami.`,
    },
    en: {
      subject: 'Your data is being erased',
      text: () =>
        say`Your personal data on Pestarasa is erased in a few minutes, as you asked. This is our last message.`,
    },
  },
};
