import type { coaching as source } from '../id/coaching';

export const coaching: typeof source = {
  title: 'Needs coaching',
  lead: 'Merchants who failed a quiz three times or were idle for seven days. Whoever waited longest is on top.',
  empty: 'Nobody needs coaching now.',
  open: 'See who needs coaching',
  reasons: {
    failed_thrice: (lesson) => `Failed the quiz "${lesson}" three times`,
    idle: (lesson) => `Stopped learning, at "${lesson}"`,
  },
  since: (day) => `Since ${day}`,
  say: 'What you can say',
  openings: {
    failed_thrice: (lesson) =>
      `"Many people get the quiz ${lesson} wrong at first. Which part is confusing? Let us read that one part together and try again."`,
    idleQuiz: (lesson) =>
      `"${lesson} takes only a few more minutes. When do you have time? Once opened, the lesson can be read without internet."`,
    idleAct: (lesson) =>
      `"You have passed the quiz ${lesson}. Only the practice in your own business is left. Shall we do it together now?"`,
  },
  tips: {
    'akun-dan-dokumen': '"Not yet" is a good answer too. Ask which paper makes her unsure.',
    'menu-dan-harga':
      'Work out one dish together with her own figures: what she wants in hand, divided by what is left after commission.',
    'foto-makanan': 'Take a photo of one dish together, beside a window and without flash.',
    'kemasan-dan-kebersihan': 'One number is enough: two hours at room temperature.',
    'jam-buka-dan-stok': 'Fill in the hours of one day together; the others are mostly the same.',
    promo: 'Work out together what is left of one portion after the discount.',
    'qris-dan-pencairan': 'Open her wallet together and read one line of deductions.',
    'buku-harian-dan-pajak': 'Open her last slip together and go through its lines one by one.',
    'keluhan-dan-keamanan': 'Practise answering one complaint in her own words.',
    'stan-di-festival': 'Ask for a day at the stall from morning to closing; note what is not ready.',
  },
  phone: 'Phone',
  phoneHidden: 'Her number is not shared with this organisation. Meet her at her stall.',
  note: 'What came of it',
  noteHint: 'Example: Explained by phone, will try again on Thursday.',
  close: 'We have talked',
  viewOnly: 'Only organisers can note what came of a talk.',
};
