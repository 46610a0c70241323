import pg from "pg";
import type { LiveEvent } from "@/application/shipment-event";

export interface EventListener<E> {
  readonly onEvent: (event: E) => void;
  /** Events are heard from here on; what happened before, or while the database was away, was not told. */
  readonly onListening: () => void;
}

const RECONNECT_MS = 1_000;

/** What changed of a shipment, for the screens that look at it. */
export function createEventFeed(url: string, onError: (error: Error) => void) {
  return createFeed<LiveEvent>(url, "twogate_events", onError);
}

/**
 * What the database tells on a channel: one listening connection for the whole process, shared by all who subscribe; it
 * comes back when the server does.
 */
export function createFeed<E>(url: string, channel: `twogate_${string}`, onError: (error: Error) => void) {
  const listeners = new Set<EventListener<E>>();
  let client: pg.Client | null = null;
  let isStarted = false;
  let isClosed = false;

  const connect = async () => {
    if (isClosed) return;
    const fresh = new pg.Client({ connectionString: url });
    fresh.on("error", onError);
    fresh.on("notification", ({ payload }) => {
      const event = JSON.parse(payload ?? "{}") as E;
      for (const { onEvent } of listeners) onEvent(event);
    });
    fresh.on("end", () => {
      client = null;
      if (!isClosed) setTimeout(() => void connect().catch(onError), RECONNECT_MS).unref();
    });
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
    for (const { onListening } of listeners) onListening();
  };

  return {
    subscribe: (listener: EventListener<E>): (() => void) => {
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
