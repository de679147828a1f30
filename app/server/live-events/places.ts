/** How many streams may be open at once in one process. */
export interface StreamCeilings {
  inAll: number;
  /** Generous, since a whole festival may come from one address: a flood guard only. */
  anAddress: number;
  /** A signed-in person with some tabs and a tablet. */
  aPerson: number;
}

export const STREAM_CEILINGS: StreamCeilings = { inAll: 10_000, anAddress: 5_000, aPerson: 40 };

export interface Places {
  /** Takes a place under a name; answers how to give it back (once), or null where all are taken. */
  take: (name: string) => (() => void) | null;
  count: () => number;
}

/** Places under names, each name with the same ceiling. */
export function makePlaces(ceiling: number): Places {
  const taken = new Map<string, number>();
  return {
    take(name) {
      const before = taken.get(name) ?? 0;
      if (before >= ceiling) return null;
      taken.set(name, before + 1);
      let isBack = false;
      return () => {
        if (isBack) return;
        isBack = true;
        const left = (taken.get(name) ?? 1) - 1;
        if (left > 0) taken.set(name, left);
        else taken.delete(name);
      };
    },
    count: () => [...taken.values()].reduce((sum, each) => sum + each, 0),
  };
}

/** What a flood is counted under: an IPv4 address, or the first 64 bits of IPv6, which one line owns as a whole. */
export function floodKeyOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
