import pg from "pg";
import type { LiveEvent } from "@/application/shipment-event";

export interface EventListener {
  readonly onEvent: (event: LiveEvent) => void;
  /** Events are heard from here on; what happened before, or while the database was away, was not told. */
  readonly onListening: () => void;
}

const RECONNECT_MS = 1_000;

/** One listening connection for the whole process, shared by all who subscribe; it comes back when the server does. */
export function createEventFeed(url: string, onError: (error: Error) => void) {
  const listeners = new Set<EventListener>();
  let client: pg.Client | null = null;
  let isStarted = false;
  let isClosed = false;

  const connect = async () => {
    if (isClosed) return;
    const fresh = new pg.Client({ connectionString: url });
    fresh.on("error", onError);
    fresh.on("notification", ({ payload }) => {
      const event = JSON.parse(payload ?? "{}") as LiveEvent;
      for (const { onEvent } of listeners) onEvent(event);
    });
    fresh.on("end", () => {
      client = null;
      if (!isClosed) setTimeout(() => void connect().catch(onError), RECONNECT_MS).unref();
    });
    await fresh.connect();
    await fresh.query("listen twogate_events");
    client = fresh;
    for (const { onListening } of listeners) onListening();
  };

  return {
    subscribe: (listener: EventListener): (() => void) => {
      listeners.add(listener);
      if (client) listener.onListening();
      if (!isStarted) void connect().catch(onError);
      isStarted = true;
      return () => listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      await client?.end();
    },
  };
}
