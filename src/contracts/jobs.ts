import { z } from "zod";

interface Job<P extends z.ZodType> {
  readonly queue: string;
  readonly payload: P;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly lockMs: number;
}

function job<P extends z.ZodType>(definition: Job<P>): Job<P> {
  return definition;
}

/**
 * Every job: its queue, what it carries and how often it is tried. Payloads carry ids, never copies. A field added
 * later is optional for one release, because old jobs are still under way.
 */
export const JOBS = {
  "document.read": job({
    queue: "reading",
    payload: z.strictObject({ organisationId: z.uuid(), documentId: z.uuid() }),
    attempts: 4,
    backoffMs: 2_000,
    lockMs: 15_000,
  }),
  "document.open": job({
    queue: "reading",
    payload: z.strictObject({ organisationId: z.uuid(), documentId: z.uuid() }),
    attempts: 4,
    backoffMs: 2_000,
    lockMs: 15_000,
  }),
  /** Shows what was not read surely to a model, where one is configured. */
  "document.ask": job({
    queue: "asking",
    payload: z.strictObject({ organisationId: z.uuid(), documentId: z.uuid() }),
    attempts: 3,
    backoffMs: 5_000,
    lockMs: 30_000,
  }),
  "shipment.group": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), shipmentId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 15_000,
  }),
  "clearance.assess": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), clearanceId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 15_000,
  }),
  /** Examines a case before its officer opens it. */
  "case.examine": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), caseId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 30_000,
  }),
  "security.free": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), clearanceId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 15_000,
  }),
  /** Learns a model of risk from an authority's history; in a process of its own, for it takes long. */
  "risk.train": job({
    queue: "learning",
    payload: z.strictObject({ organisationId: z.uuid(), modelId: z.uuid() }),
    attempts: 2,
    backoffMs: 10_000,
    lockMs: 60_000,
  }),
  /** Turns a yellow case that nobody took on blue, when the policy's days are over. */
  "review.reroute": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), caseId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 15_000,
  }),
  /** Looks again at a shipment that is not released, when credit may count for less. */
  "credit.reassess": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), clearanceId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 30_000,
  }),
  /** Holds orders against their payments and parcels, once all three are there. */
  "orders.match": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), orderIds: z.array(z.uuid()).min(1).max(500) }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 60_000,
  }),
  /** Sends a message to an authority; what fails is owed again by the use case, with growing waits. */
  "message.send": job({
    queue: "exchange",
    payload: z.strictObject({ organisationId: z.uuid(), messageId: z.uuid() }),
    attempts: 8,
    backoffMs: 5_000,
    lockMs: 60_000,
  }),
  /** Fetches what the authority answered. */
  "channel.poll": job({
    queue: "exchange",
    payload: z.strictObject({ organisationId: z.uuid(), channelId: z.uuid() }),
    attempts: 8,
    backoffMs: 5_000,
    lockMs: 60_000,
  }),
  /** Lays what was sent beside the authority's lists. `requestId` is of jobs that were owed before and may still lie there. */
  "channel.reconcile": job({
    queue: "exchange",
    payload: z.strictObject({ organisationId: z.uuid(), channelId: z.uuid(), requestId: z.uuid().optional() }),
    attempts: 8,
    backoffMs: 60_000,
    lockMs: 60_000,
  }),
  /** Tells people and addresses of a notice. */
  "notice.tell": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), noticeId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 15_000,
  }),
  /** The hourly look at what ends soon. */
  "notice.look": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 30_000,
  }),
  /** Mails a person what is due; what fails is owed again by the use case. */
  "notification.mail": job({
    queue: "mail",
    payload: z.strictObject({ organisationId: z.uuid(), userId: z.uuid() }),
    attempts: 8,
    backoffMs: 5_000,
    lockMs: 60_000,
  }),
  /**
   * One attempt at what is due first at an endpoint; the next is owed by the use case, by the schedule in the database.
   * Those of the release before name one delivery.
   */
  "webhook.deliver": job({
    queue: "webhooks",
    payload: z
      .strictObject({ organisationId: z.uuid(), endpointId: z.uuid().optional(), deliveryId: z.uuid().optional() })
      .refine(({ endpointId, deliveryId }) => (endpointId === undefined) !== (deliveryId === undefined)),
    attempts: 8,
    backoffMs: 5_000,
    lockMs: 60_000,
  }),
  /** Signs a status list of passports as it stands; the signer may be away for a while. */
  "status.publish": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), listId: z.uuid() }),
    attempts: 12,
    backoffMs: 5_000,
    lockMs: 30_000,
  }),
  "clearance.release": job({
    queue: "clearing",
    payload: z.strictObject({ organisationId: z.uuid(), clearanceId: z.uuid() }),
    attempts: 8,
    backoffMs: 1_000,
    lockMs: 15_000,
  }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]["payload"]>;

/** A job together with what it carries. */
export type JobMessage = { [N in JobName]: { readonly name: N; readonly payload: JobPayload<N> } }[JobName];

export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];
export const QUEUE_NAMES: readonly string[] = [...new Set(Object.values(JOBS).map((each) => each.queue))];
