import type { LiveListener, LiveTopic } from '~/platform/live.server';

/** Takes one ready-made event. */
export type LiveReader = (event: string) => void;

/** After a topic was told, further notices of it within this time become one at its end. */
const REST_MS = 200;

export interface LiveHub {
  /** Answers a function that stops reading. */
  read: (topics: readonly LiveTopic[], reader: LiveReader) => () => void;
  /** Something moved: told at once, and under a rush at most five times a second a topic. */
  tell: LiveListener;
  /** Topics somebody reads. */
  topicCount: () => number;
  close: () => void;
}

/** Who reads which topic in this process. Topics that nobody reads cost nothing. */
export function makeLiveHub(): LiveHub {
  const readers = new Map<LiveTopic, Set<LiveReader>>();
  const resting = new Map<LiveTopic, { timer: NodeJS.Timeout; movedAgain: boolean }>();
  let version = 0;

  function publish(topic: LiveTopic): void {
    const listening = readers.get(topic);
    if (!listening) return;
    // Never the same twice and never backwards, also over a restart of the process.
    version = Math.max(version + 1, Date.now());
    const event = `data: ${JSON.stringify({ topic, version })}\n\n`;
    for (const reader of listening) reader(event);
    const timer = setTimeout(() => {
      const { movedAgain } = resting.get(topic) ?? {};
      resting.delete(topic);
      if (movedAgain) publish(topic);
    }, REST_MS);
    resting.set(topic, { timer: timer.unref(), movedAgain: false });
  }

  return {
    read(topics, reader) {
      for (const topic of topics) readers.set(topic, (readers.get(topic) ?? new Set()).add(reader));
      return () => {
        for (const topic of topics) {
          const left = readers.get(topic);
          left?.delete(reader);
          if (left?.size === 0) readers.delete(topic);
        }
      };
    },
    tell(topics) {
      for (const topic of topics === 'all' ? [...readers.keys()] : topics) {
        const rest = resting.get(topic);
        if (rest) rest.movedAgain = true;
        else publish(topic);
      }
    },
    topicCount: () => readers.size,
    close() {
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
