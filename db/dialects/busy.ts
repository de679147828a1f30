/** How long a connection waits, without blocking the event loop, for another process to let go of the file. */
export interface BusyWait {
  waitMax: number;
}

export function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'));
}

/** Tries again with growing, jittered pauses while SQLite answers that it is busy; gives up after `waitMax` ms. */
export async function waitWhileBusy<Value>(attempt: () => Value, { waitMax }: BusyWait): Promise<Value> {
  const started = performance.now();
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() - started > waitMax) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  }
}
