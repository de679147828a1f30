import type { live as source } from '../id/live';

export const live: typeof source = {
  gone: 'No internet. This page keeps trying by itself.',
  back: 'Connected again.',
  order: {
    sound: 'Sound when ready',
    news: (state, number, stall, booth) => `${state}: number ${number}, ${stall}, booth ${booth}.`,
  },
  ready: {
    title: 'Ready to collect',
    newest: 'Just called',
    byBooth: 'By booth',
    waiting: 'Ready',
    cooking: 'Being made',
    none: 'No order is ready yet.',
    notRunning: 'This board fills up while the festival is on.',
    more: (count) => `+${count} more`,
    news: (number, stall, booth) => `Ready: number ${number}, ${stall}, booth ${booth}.`,
    fullScreen: 'Full screen',
    page: (number, of) => `Page ${number} of ${of}`,
    link: 'Ready board',
  },
};
