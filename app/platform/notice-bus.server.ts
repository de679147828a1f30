import { randomBytes } from 'node:crypto';
import type { OpenedDatabase } from '~db/engine.server';
import type { LiveTopic } from './live.server';
import type { Logger } from './logger.server';
import type { TopicVersion } from './topic.server';

/** PostgreSQL's channel between the processes of one installation. */
const CHANNEL = 'pestarasa';
/** PostgreSQL takes fewer than 8,000 bytes a notice. */
export const PAYLOAD_BYTES_MAX = 7_999;
/** What comes within so many ms travels together. */
const GATHER = 3;

/** What processes tell each other, by kind: page topics with their new versions, and live topics. */
export interface Notice {
  topics: readonly TopicVersion[];
  live: readonly LiveTopic[];
}

export interface NoticeBus {
  /** Tells the other processes soon; answers at once. Call it after COMMIT, never inside a transaction. May get lost. */
  send: (notice: Partial<Notice>) => void;
  /** Hears the others from now on; a process that only speaks need not. */
  listen: () => void;
  /** Sends what is still waiting and closes the connection. */
  close: () => Promise<void>;
}

export interface BusListener {
  /** What another process said; never what this one did. */
  heard: (notice: Notice) => void;
  /** The connection was broken: others may have said something in the meantime. */
  missed: () => void;
}

const SILENT: NoticeBus = { send: () => undefined, listen: () => undefined, close: async () => undefined };

/** The bus of this process; its connection is made with the first use. On SQLite it does nothing. */
export function makeNoticeBus(
  openChannel: OpenedDatabase['openChannel'],
  listener: BusListener,
  logger: Logger,
): NoticeBus {
  if (!openChannel) return SILENT;
  const self = randomBytes(6).toString('base64url');
  const waiting: Notice[] = [];
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();
  let wasOpened = false;
  let channel: ReturnType<typeof openChannel> | null = null;

  const open = () => {
    channel ??= openChannel({
      name: CHANNEL,
      heard: (payload) => {
        const said = unpack(payload);
        if (said && said.from !== self) listener.heard(said);
      },
      opened: () => {
        if (wasOpened) listener.missed();
        wasOpened = true;
      },
      broken: (error) => logger.warn({ err: error }, 'the connection between processes is broken'),
    });
    return channel;
  };

  async function sendWaiting(): Promise<void> {
    const notice = merge(waiting.splice(0));
    if (notice.topics.length + notice.live.length === 0) return;
    // The others look at the table and ask again by themselves, so a lost notice costs time only.
    await open()
      .send(pack(self, notice))
      .catch((error: unknown) => logger.debug({ err: error }, 'notice not sent'));
  }

  /** One statement at a time: what comes while it runs is gathered for the next. */
  const flush = (): Promise<void> => {
    sending = sending.then(sendWaiting);
    return sending;
  };

  return {
    send: ({ topics = [], live = [] }) => {
      waiting.push({ topics, live });
      timer ??= setTimeout(() => {
        timer = undefined;
        void flush();
      }, GATHER);
    },
    listen: () => void open(),
    close: async () => {
      clearTimeout(timer);
      await flush();
      await channel?.close();
    },
  };
}

/** Of each topic the highest version, each live topic once. */
function merge(notices: readonly Notice[]): Notice {
  const versions = new Map<TopicVersion[0], number>();
  for (const { topics } of notices) {
    for (const [topic, version] of topics) versions.set(topic, Math.max(version, versions.get(topic) ?? 0));
  }
  return { topics: [...versions], live: [...new Set(notices.flatMap(({ live }) => live))] };
}

/** One payload, or by halves as many as PostgreSQL asks for. */
function pack(from: string, { topics, live }: Notice): string[] {
  const payload = JSON.stringify({ from, topics, live });
  if (Buffer.byteLength(payload) <= PAYLOAD_BYTES_MAX || topics.length + live.length < 2) return [payload];
  const [someTopics, someLive] = [Math.ceil(topics.length / 2), Math.floor(live.length / 2)];
  return [
    ...pack(from, { topics: topics.slice(0, someTopics), live: live.slice(0, someLive) }),
    ...pack(from, { topics: topics.slice(someTopics), live: live.slice(someLive) }),
  ];
}

/** Whoever has the database's password may speak on the channel; what does not parse is nobody's. */
function unpack(payload: string): (Notice & { from: string }) | null {
  try {
    const { from, topics, live } = JSON.parse(payload) as Partial<Notice> & { from?: string };
    return { from: from ?? '', topics: topics ?? [], live: live ?? [] };
  } catch {
    return null;
  }
}
