/** Keeps the screen of a board on while it is looked at: a phone that sleeps hears no order. Asked again when it is shown again. */
export function keepScreenAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const take = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    // A phone that saves its battery says no; the board goes on without.
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (isOver) void lock?.release();
  };
  if (!('wakeLock' in navigator)) return () => undefined;
  const again = () => void take();
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
