import { audienceOf, type NoticeKind } from "./kinds";

/** Where a person wants a kind of notice, and of which shipments. */
export interface NotificationRule {
  readonly kind: NoticeKind;
  readonly isInApp: boolean;
  readonly isMailed: boolean;
  /** Only of shipments that the person opened; what is of no shipment is told in any case. */
  readonly isOwnOnly: boolean;
}

/** The rule of who has made none: told in the application, not by e-mail. */
export function defaultRule(kind: NoticeKind): NotificationRule {
  return { kind, isInApp: true, isMailed: false, isOwnOnly: audienceOf(kind).isOwnByDefault === true };
}

/** What the rule is held against. */
export interface Told {
  readonly shipmentId: string | null;
  /** Who opened the shipment. */
  readonly openedBy: string | null;
  /** Who did what is told. */
  readonly causedBy: string | null;
}

/** Where the person is told of it: nowhere of what they did themselves, and of others' shipments as their rule says. */
export function channelsFor(
  rule: NotificationRule,
  { shipmentId, openedBy, causedBy }: Told,
  userId: string,
): { readonly isInApp: boolean; readonly isMailed: boolean } {
  const isOthers = rule.isOwnOnly && shipmentId !== null && openedBy !== userId;
  if (causedBy === userId || isOthers) return { isInApp: false, isMailed: false };
  return { isInApp: rule.isInApp, isMailed: rule.isMailed };
}
