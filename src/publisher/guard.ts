const WINDOW_MS = 60_000;
/** So many addresses that are not there may one peer ask for in a minute; who reads codes asks for none. */
const MOST_MISSES = 60;
const MOST_PEERS = 20_000;

/**
 * Slows down who tries addresses: after so many that are not there, nothing is looked up for the peer until the minute is
 * over. What lies in memory is served to everybody. Behind a proxy all readers are one peer; the proxy then keeps the
 * limit.
 */
export function createGuard(now: () => number = Date.now) {
  const misses = new Map<string, { count: number; until: number }>();
  const isLocal = (peer: string) => /^(::ffff:)?127\.|^::1$/.test(peer);
  return {
    mayAsk: (peer: string): boolean => {
      const known = misses.get(peer);
      return !known || known.until <= now() || known.count < MOST_MISSES;
    },
    missed: (peer: string): void => {
      if (isLocal(peer)) return;
      const known = misses.get(peer);
      if (known && known.until > now()) known.count += 1;
      else {
        if (misses.size >= MOST_PEERS) misses.clear();
        misses.set(peer, { count: 1, until: now() + WINDOW_MS });
      }
    },
  };
}
