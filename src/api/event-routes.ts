import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { type Actor, isAuthority } from "@/application/actor";
import type { LiveEvent, Ring, ShipmentEvent } from "@/application/shipment-event";
import type { ApiEnv, Routes } from "./context";
import { answerProblem } from "./problems";

/**
 * Server-sent events: what happens to the organisation's shipments, or to one of them, while it happens, and that the
 * person has something to read, which nobody else is told. `listening`
 * says that nothing is missed from here on; whoever looked before it looks again. At each heartbeat it is asked again
 * who listens, so that a stream ends with the session, the membership, the roles or the key that opened it.
 */
export const eventRoutes =
  (heartbeatMs: number): Routes =>
  (api, { events, queries, signIn }) => {
    const follow = (context: Context<ApiEnv>, concerns: (event: ShipmentEvent) => boolean | Promise<boolean>) =>
      streamSSE(context, async (stream) => {
        const actor = context.get("actor");
        const unsubscribe = events.subscribe({
          onEvent: (event) => void tell(event).catch(() => stream.abort()),
          onListening: () => void stream.writeSSE({ event: "listening", data: "{}" }),
        });
        const tell = async (event: LiveEvent) => {
          if ("recipientIds" in event) return ring(event);
          if (!(await concerns(event))) return;
          const facts = await factsOf(event.documentId);
          await stream.writeSSE(
            facts
              ? { event: "document", data: JSON.stringify({ ...event, ...facts }) }
              : { event: "shipment", data: JSON.stringify(event) },
          );
        };
        const ring = async ({ recipientIds }: Ring) => {
          if (recipientIds.includes(actor.id)) await stream.writeSSE({ event: "notification", data: "{}" });
        };
        const factsOf = async (documentId: string | undefined) => {
          const document = documentId ? await queries.getDocument(actor, documentId) : null;
          return (
            document && {
              state: document.state,
              type: document.type,
              rejection: document.rejection,
              pagesRead: document.pagesRead,
              pageCount: document.pageCount,
              fields: document.fields.length,
            }
          );
        };
        stream.onAbort(unsubscribe);
        try {
          while (!stream.aborted) {
            await stream.sleep(heartbeatMs);
            if (!isSame(actor, await signIn.actorOf(context.req.raw.headers))) break;
            await stream.writeSSE({ event: "heartbeat", data: "{}" });
          }
        } finally {
          unsubscribe();
        }
      });
    api.get("/events", (context) =>
      follow(context, (event) => {
        const actor = context.get("actor");
        if (event.organisationId === actor.organisationId) return true;
        // An authority hears of what was lodged with it; nobody else has a window into others' shipments.
        return isAuthority(actor) && queries.seesShipment(actor, event.shipmentId);
      }),
    );
    api.get("/shipments/:id/events", async (context) => {
      const id = context.req.param("id");
      const isVisible = await queries.seesShipment(context.get("actor"), id);
      if (!isVisible) return answerProblem(context, { kind: "not_found", what: "shipment" });
      return follow(context, (event) => event.shipmentId === id);
    });
  };

/** Whether who listens now is who began to: the same, of the same organisation, with the same roles. */
function isSame(before: Actor, now: Actor | null): boolean {
  if (now === null || before.kind === "system" || now.kind === "system") return false;
  const isOne = now.id === before.id && now.organisationId === before.organisationId;
  return isOne && now.roles.join() === before.roles.join();
}
