import pg from "pg";

/** Something happened to a shipment; the screens that look at it read it anew. */
export interface ShipmentEvent {
  readonly organisationId: string;
  readonly shipmentId: string;
  readonly documentId?: string;
}

const RECONNECT_MS = 1_000;

/** One listening connection for the whole process, shared by all who subscribe; it comes back when the server does. */
export function createEventFeed(url: string, onError: (error: Error) => void) {
  const listeners = new Set<(event: ShipmentEvent) => void>();
  let client: pg.Client | null = null;
  let isClosed = false;

  const connect = async () => {
    if (isClosed) return;
    const fresh = new pg.Client({ connectionString: url });
    fresh.on("error", onError);
    fresh.on("notification", ({ payload }) => {
      const event = JSON.parse(payload ?? "{}") as ShipmentEvent;
      for (const listener of listeners) listener(event);
    });
    fresh.on("end", () => {
      client = null;
      if (!isClosed) setTimeout(() => void connect().catch(onError), RECONNECT_MS).unref();
    });
    await fresh.connect();
    await fresh.query("listen twogate_events");
    client = fresh;
  };

  let isStarted = false;
  return {
    subscribe: (listener: (event: ShipmentEvent) => void): (() => void) => {
      if (!isStarted) void connect().catch(onError);
      isStarted = true;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      await client?.end();
    },
  };
}
