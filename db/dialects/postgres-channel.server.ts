import pg from 'pg';

const RECONNECT_FIRST = 100;
const RECONNECT_MAX = 5_000;
const CONNECT_MAX = 2_000;

export interface ChannelOptions {
  /** Lower-case letters only: it stands in the statement as it is. */
  name: string;
  heard: (payload: string) => void;
  /** The connection stands, the first time or again. What was said in between was not heard. */
  opened: () => void;
  /** Why the connection broke or could not be made; it is tried again by itself. */
  broken: (error: Error) => void;
}

/** One name on which the processes of a PostgreSQL database speak to each other. */
export interface Channel {
  /** Each payload has fewer than 8,000 bytes. Never inside a transaction: NOTIFY makes commits wait for each other. */
  send: (payloads: readonly string[]) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a channel on a connection of its own, which comes back with growing pauses when it breaks. */
export function openChannel(url: string, options: ChannelOptions): Channel {
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  let pause = RECONNECT_FIRST;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const open = (): Promise<void> => {
    opening ??= connect().finally(() => {
      opening = null;
    });
    return opening;
  };

  async function connect(): Promise<void> {
    const made = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MAX, keepAlive: true });
    // Once: a connection that breaks says so by an error and by its end.
    let isLost = false;
    const lost = (error: Error) => {
      if (isLost) return;
      isLost = true;
      if (client === made) client = null;
      void made.end().catch(() => undefined);
      if (isClosed) return;
      options.broken(error);
      timer = setTimeout(() => void open().catch(() => undefined), pause).unref();
      pause = Math.min(pause * 2, RECONNECT_MAX);
    };
    made.on('error', lost);
    made.on('end', () => lost(new Error('the connection ended')));
    made.on('notification', ({ payload }) => options.heard(payload ?? ''));
    try {
      await made.connect();
      await made.query(`listen ${options.name}`);
    } catch (error) {
      lost(error as Error);
      throw error;
    }
    client = made;
    pause = RECONNECT_FIRST;
    options.opened();
  }

  const begun = open().catch(() => undefined);
  return {
    send: async (payloads) => {
      if (!client) await (opening ?? begun);
      if (!client) throw new Error('the channel is broken');
      await client.query('select pg_notify($1, said) from unnest($2::text[]) as said', [options.name, payloads]);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await opening?.catch(() => undefined);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
