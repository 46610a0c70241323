import type { DELIVERY_STATES, ENDPOINT_STATES } from "@/contracts/views/notification";
import type { NoticeKind } from "@/domain/notice/kinds";
import type { Attempt, DeliveryFault } from "@/domain/webhook/schedule";

export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** An address of the organisation's own systems to which notices go. */
export interface EndpointRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly NoticeKind[];
  /** `gone` by the endpoint's own answer 410. */
  readonly state: EndpointState;
  readonly secret: string;
  /** The secret before, by which is signed as well until then. */
  readonly previous: { readonly secret: string; readonly until: Date } | null;
  /** How many attempts in a row came to nothing. */
  readonly failures: number;
  readonly pausedUntil: Date | null;
  readonly createdBy: string;
}

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A notice on its way to an endpoint. */
export interface DeliveryRecord {
  readonly organisationId: string;
  /** The `webhook-id`: the same at every attempt. */
  readonly id: string;
  readonly endpointId: string;
  /** Null for a test. */
  readonly noticeId: string | null;
  /** As it is sent, byte for byte, at every attempt. */
  readonly body: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: Date | null;
  readonly claimedUntil: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: DeliveryFault | null;
  readonly attemptedAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** Endpoints and what goes to them, of the organisation of the transaction. */
export interface WebhookStore {
  /** Waits for whoever else is at the endpoint, or at what else has the name. */
  lock(name: string): Promise<void>;
  get(id: string): Promise<EndpointRecord | null>;
  /** Those that are on and want the kind. */
  wanting(kind: NoticeKind): Promise<readonly EndpointRecord[]>;
  count(): Promise<number>;
  add(endpoint: EndpointRecord): Promise<void>;
  change(id: string, changes: Partial<Omit<EndpointRecord, "organisationId" | "id" | "createdBy">>): Promise<void>;
  delivery(id: string): Promise<DeliveryRecord | null>;
  /** False when the notice is on its way to the endpoint already. */
  addDelivery(delivery: DeliveryRecord): Promise<boolean>;
  saveDelivery(delivery: DeliveryRecord): Promise<void>;
  /** What is due first at the endpoint, or will be, and is not being attempted. */
  nextPending(endpointId: string, now: Date): Promise<DeliveryRecord | null>;
  /** The attempts of the organisation that are being made, by when they end at the latest. */
  underWay(now: Date): Promise<readonly { readonly endpointId: string; readonly claimedUntil: Date }[]>;
  /** The endpoint at which something has been due for longest, of those that could be attempted and are not. */
  waitingLongest(now: Date): Promise<Pick<EndpointRecord, "organisationId" | "id"> | null>;
  /** What is due at the endpoint sooner is due then. */
  postpone(endpointId: string, until: Date): Promise<void>;
  /** Cancels what is for the endpoint and not being attempted. */
  cancelPending(endpointId: string, now: Date): Promise<void>;
  /** Whether a test of the endpoint has not ended. */
  hasPendingTest(endpointId: string): Promise<boolean>;
}

/** Why nothing may go to an address. */
export type AddressFault =
  | "webhook_not_https"
  | "webhook_port"
  | "webhook_credentials"
  | "webhook_host_unknown"
  | "webhook_host_private";

/** One request to an endpoint. */
export interface WebhookRequest {
  readonly url: string;
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  /** The present one first; the request is signed by each. */
  readonly secrets: readonly string[];
}

/** Carries webhooks, and knows where none may go. */
export interface WebhookSender {
  /** Why nothing may go there, as its name resolves now; null when it may. */
  refusalOf(url: string): Promise<AddressFault | null>;
  newSecret(): string;
  /** Never throws for what the other side does. */
  send(request: WebhookRequest): Promise<Attempt>;
}
