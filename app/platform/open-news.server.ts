import type { OpenedDatabase } from '~db/engine.server';
import type { AppContext } from './app-context';
import type { LiveListener, LiveTopic } from './live.server';
import type { Logger } from './logger.server';
import { setNews } from './news.server';
import { makeNoticeBus } from './notice-bus.server';
import { makeTopicWatch } from './topic-watch.server';

/** Joins what this process commits, what the others say and what the table shows; `close` before the database. */
export function openNews(
  database: OpenedDatabase,
  logger: Logger,
): Pick<AppContext, 'onTopics' | 'onLive'> & { close: () => Promise<void> } {
  const watch = makeTopicWatch(database.db, logger);
  const liveListeners = new Set<LiveListener>();
  const hearLive = (topics: readonly LiveTopic[] | 'all') => {
    for (const listener of liveListeners) listener(topics);
  };
  const bus = makeNoticeBus(
    database.openChannel,
    {
      heard: ({ topics, live }) => {
        watch.moved(topics);
        if (live.length > 0) hearLive(live);
      },
      missed: () => {
        watch.look();
        hearLive('all');
      },
    },
    logger,
  );
  setNews(database.writer, {
    tellTopics: (touched) => {
      watch.moved(touched);
      bus.send({ topics: touched });
    },
    tellLive: (topics) => {
      hearLive(topics);
      bus.send({ live: topics });
    },
  });
  return {
    onTopics: (listener) => {
      bus.listen();
      return watch.listen(listener);
    },
    onLive: (listener) => {
      bus.listen();
      liveListeners.add(listener);
      return () => liveListeners.delete(listener);
    },
    close: async () => {
      await watch.close();
      await bus.close();
    },
  };
}
