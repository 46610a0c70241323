import type { Actor } from "@/application/actor";
import type { World } from "@/application/ports";
import type { Queries } from "@/application/queries";
import type { PrismaClient, PrismaTransaction } from "./client";
import { credit } from "./credit-views";
import { document, pageImage } from "./document-views";
import { reviews } from "./review-views";
import type { Scope } from "./scope";
import { shipments } from "./shipment-views";
import { timeline } from "./timeline-views";

/** Every read runs in a transaction of its own, under the actor's organisation, like every write. */
export function createQueries(client: PrismaClient, world: World): Queries {
  const under = <T>(actor: Actor, read: (scope: Scope) => Promise<T>): Promise<T> =>
    client.$transaction(
      async (db: PrismaTransaction) => {
        await db.$executeRaw`select set_config('app.organisation', ${actor.organisationId}, true)`;
        return read({ db, actor, organisationId: actor.organisationId, world });
      },
      { maxWait: 10_000, timeout: 20_000 },
    );
  return {
    listShipments: (actor, options) => under(actor, (scope) => shipments.list(scope, options)),
    getShipment: (actor, id) => under(actor, (scope) => shipments.get(scope, id)),
    seesShipment: (actor, id) => under(actor, (scope) => shipments.sees(scope, id)),
    getDocument: (actor, id) => under(actor, (scope) => document(scope, id)),
    getPageImage: (actor, id, number) => under(actor, (scope) => pageImage(scope, id, number)),
    getTimeline: (actor, id) => under(actor, (scope) => timeline(scope, id)),
    listReviews: (actor, options) => under(actor, (scope) => reviews.list(scope, options)),
    getReview: (actor, id) => under(actor, (scope) => reviews.get(scope, id)),
    listAeo: (actor, options) => under(actor, (scope) => credit.listAeo(scope, options)),
    listApiKeys: (actor) => under(actor, credit.listApiKeys),
    listJobs: (actor, options) => under(actor, (scope) => credit.listJobs(scope, options)),
  };
}
