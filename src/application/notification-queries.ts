import type { Failure } from "@/contracts/problem";
import type {
  DeliveryView,
  EndpointView,
  NotificationList,
  NotificationSettingsView,
  NotificationView,
} from "@/contracts/views/notification";
import type { Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { Listing } from "./listing";

/** What is told of what happened: to people, and to the endpoints of an organisation. */
export interface NotificationQueries {
  /** What the person is told, the newest first. */
  listNotifications(
    actor: Actor,
    options: { cursor?: string; limit: number; list: NotificationList },
  ): Promise<Result<Listing<NotificationView>, Failure>>;
  /** How much of it was not read. */
  countUnread(actor: Actor): Promise<Result<number, Failure>>;
  /** What the person wants to be told of, and where. */
  getNotificationSettings(actor: Actor): Promise<Result<NotificationSettingsView, Failure>>;
  /** The endpoints of the organisation's webhooks, for its admins. */
  listWebhooks(actor: Actor): Promise<Result<readonly EndpointView[], Failure>>;
  /** What went to an endpoint, the newest first. */
  listDeliveries(
    actor: Actor,
    endpointId: string,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<DeliveryView>, Failure>>;
}
