import { type Actor, authorise, type Permission } from "@/application/actor";
import type { Vault, World } from "@/application/ports";
import type { Queries } from "@/application/queries";
import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import { type PrismaClient, type PrismaTransaction, reaching } from "./client";
import { credit } from "./credit-views";
import { document, pageImage, pageWords } from "./document-views";
import { law } from "./law-views";
import { models } from "./model-views";
import { reconciliation } from "./reconciliation-view";
import { reviews } from "./review-views";
import { rules } from "./rule-views";
import type { Scope } from "./scope";
import { shipments } from "./shipment-views";
import { timeline } from "./timeline-views";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TIMES = { maxWait: 10_000, timeout: 20_000 };

/** Every read runs in a transaction of its own, under the actor's organisation, like every write. */
export function createQueries(client: PrismaClient, world: World, vault: Vault): Queries {
  const under = <T>(actor: Actor, read: (scope: Scope) => Promise<T>): Promise<T> =>
    reaching(() =>
      client.$transaction(async (db: PrismaTransaction) => {
        await db.$executeRaw`select set_config('app.organisation', ${actor.organisationId}, true)`;
        return read({ db, actor, organisationId: actor.organisationId, world, vault });
      }, TIMES),
    );
  /** What is no id is nobody's; the database would call it an error. */
  const one = <T>(actor: Actor, id: string, read: (scope: Scope) => Promise<T | null>): Promise<T | null> =>
    UUID.test(id) ? under(actor, read) : Promise.resolve(null);
  const asked = async <T>(
    actor: Actor,
    permission: Permission,
    read: (scope: Scope) => Promise<T>,
  ): Promise<Result<T, Failure>> => {
    const allowed = authorise(actor, permission);
    return allowed.ok ? ok(await under(actor, read)) : allowed;
  };
  return {
    listShipments: (actor, options) => under(actor, (scope) => shipments.list(scope, options)),
    countShipments: (actor) => under(actor, shipments.count),
    getShipment: (actor, id) => one(actor, id, (scope) => shipments.get(scope, id)),
    listOffices: (actor) => under(actor, shipments.offices),
    seesShipment: async (actor, id) => (await one(actor, id, (scope) => shipments.sees(scope, id))) === true,
    getDocument: (actor, id) => one(actor, id, (scope) => document(scope, id)),
    getPageImage: (actor, id, number) => one(actor, id, (scope) => pageImage(scope, id, number)),
    getPageWords: (actor, id, number) => one(actor, id, (scope) => pageWords(scope, id, number)),
    getReconciliation: (actor, id) => one(actor, id, (scope) => reconciliation(scope, id)),
    getTimeline: (actor, id) => one(actor, id, (scope) => timeline(scope, id)),
    listReviews: (actor, options) => under(actor, (scope) => reviews.list(scope, options)),
    getReview: (actor, id) => one(actor, id, (scope) => reviews.get(scope, id)),
    listAeo: (actor, options) => under(actor, (scope) => credit.listAeo(scope, options)),
    listLawBaskets: (actor, options) => asked(actor, "propose_law", (scope) => law.listBaskets(scope, options)),
    getLawBasket: (actor, id) =>
      asked(actor, "propose_law", async (scope) => (UUID.test(id) ? law.getBasket(scope, id) : null)),
    findLawFacts: (actor, question) => asked(actor, "propose_law", (scope) => law.findFacts(scope, question)),
    listModels: (actor) => asked(actor, "see_risk", models.list),
    listPolicies: (actor) => asked(actor, "see_risk", models.policies),
    listRules: (actor) => asked(actor, "read_rule", rules.list),
    getRule: (actor, id) => asked(actor, "read_rule", async (scope) => (UUID.test(id) ? rules.get(scope, id) : null)),
    getBacktest: (actor, id) =>
      asked(actor, "read_rule", async (scope) => (UUID.test(id) ? rules.backtest(scope, id) : null)),
    listApiKeys: (actor) => asked(actor, "maintain_api_keys", credit.listApiKeys),
    listJobs: (actor, options) => asked(actor, "see_jobs", (scope) => credit.listJobs(scope, options)),
  };
}
