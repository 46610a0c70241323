import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";

export const ROLES = ["broker", "officer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who acts. A person or an API key acts for one organisation with that organisation's roles; the system acts for the
 * organisation whose work it carries on, and may do only what needs no judgement.
 */
export type Actor =
  | {
      readonly kind: "person" | "api_key";
      /** The user's id, or the key's. */
      readonly id: string;
      readonly name: string;
      readonly organisationId: string;
      readonly organisationKind: "broker" | "authority";
      readonly roles: readonly Role[];
    }
  | { readonly kind: "system"; readonly id: "system"; readonly name: "system"; readonly organisationId: string };

interface Leave {
  /** The roles that have it; `system` where no judgement is needed. */
  readonly to: readonly (Role | "system")[];
  /** In which kind of organisation; in either when it is left out. */
  readonly of?: "broker" | "authority";
  /** Where two people are needed both are people: a key could be made by the very person whom it is to check. */
  readonly isPersonal?: true;
}

/** The acts that a use case asks leave for. */
const PERMISSIONS = {
  read: { to: ["broker", "officer", "admin", "system"] },
  upload_document: { to: ["broker"], of: "broker" },
  read_document: { to: ["system"] },
  confirm_field: { to: ["broker"], of: "broker" },
  edit_shipment: { to: ["broker"], of: "broker" },
  lodge_declaration: { to: ["broker"], of: "broker" },
  keep_book: { to: ["broker"], of: "broker" },
  /** A count is signed by two people; what a machine counted, a person signs. */
  count_stock: { to: ["broker"], of: "broker", isPersonal: true },
  /** The officer of the book's office rules, and the two witnesses are people. */
  rule_destruction: { to: ["officer"], of: "authority", isPersonal: true },
  witness_destruction: { to: ["broker"], of: "broker", isPersonal: true },
  see_destructions: { to: ["broker", "officer", "admin"] },
  keep_permits: { to: ["broker"], of: "broker" },
  keep_passports: { to: ["broker"], of: "broker" },
  /** What is taken back is taken back by two people. */
  take_back_passport: { to: ["broker"], of: "broker", isPersonal: true },
  publish_status: { to: ["system"] },
  feed_orders: { to: ["broker"], of: "broker" },
  match_orders: { to: ["system"] },
  reveal_identity: { to: ["broker"], of: "broker", isPersonal: true },
  secure_tax: { to: ["broker"], of: "broker" },
  see_time: { to: ["broker", "officer", "admin"] },
  see_money: { to: ["broker", "admin"], of: "broker" },
  keep_guarantee: { to: ["admin"], of: "broker", isPersonal: true },
  return_goods: { to: ["broker"], of: "broker" },
  see_messages: { to: ["broker", "admin"], of: "broker" },
  keep_messages: { to: ["broker"], of: "broker" },
  keep_channel: { to: ["admin"], of: "broker", isPersonal: true },
  exchange: { to: ["system"] },
  turn_simulator: { to: ["admin"], of: "authority" },
  keep_tax_bill: { to: ["broker"], of: "broker" },
  /** That the authority is right is a judgement. */
  accept_tax_bill: { to: ["broker"], of: "broker", isPersonal: true },
  submit_requirement: { to: ["broker"], of: "broker" },
  ask_release: { to: ["broker", "officer"] },
  assess: { to: ["system"] },
  release: { to: ["system"] },
  advise_review: { to: ["officer"], of: "broker" },
  decide_review: { to: ["officer"], of: "authority", isPersonal: true },
  answer_question: { to: ["broker"], of: "broker" },
  see_workbench: { to: ["officer", "admin"], of: "authority" },
  keep_review_policy: { to: ["admin"], of: "authority", isPersonal: true },
  see_review_quality: { to: ["admin"], of: "authority" },
  propose_aeo: { to: ["admin"], of: "authority", isPersonal: true },
  suspend_aeo: { to: ["admin"], of: "authority", isPersonal: true },
  approve_aeo: { to: ["admin"], of: "authority", isPersonal: true },
  /** How a firm prepares itself and what it lodged is its own to say; its word is a person's. */
  keep_workbook: { to: ["broker", "admin"], of: "broker" },
  apply_for_aeo: { to: ["admin"], of: "broker", isPersonal: true },
  see_credit: { to: ["officer", "admin"], of: "authority" },
  propose_law: { to: ["admin"], of: "authority", isPersonal: true },
  approve_law: { to: ["admin"], of: "authority", isPersonal: true },
  propose_policy: { to: ["admin"], of: "authority", isPersonal: true },
  approve_policy: { to: ["admin"], of: "authority", isPersonal: true },
  train_model: { to: ["admin"], of: "authority", isPersonal: true },
  promote_model: { to: ["admin"], of: "authority", isPersonal: true },
  replay_lane: { to: ["officer", "admin"], of: "authority" },
  see_log: { to: ["officer", "admin"], of: "authority" },
  resolve_incident: { to: ["admin"], of: "authority", isPersonal: true },
  replay_tax: { to: ["broker", "officer", "admin"] },
  see_risk: { to: ["officer", "admin"], of: "authority" },
  read_rule: { to: ["admin", "officer"], of: "authority" },
  propose_rule: { to: ["admin"], of: "authority", isPersonal: true },
  approve_rule: { to: ["admin"], of: "authority", isPersonal: true },
  /** What goes wrong is stopped by whoever sees it. */
  switch_rule: { to: ["admin", "officer"], of: "authority", isPersonal: true },
  /** What a person is told, and where, is theirs alone. */
  keep_notifications: { to: ["broker", "officer", "admin"], isPersonal: true },
  keep_webhooks: { to: ["admin"], isPersonal: true },
  notify: { to: ["system"] },
  refresh_clocks: { to: ["system"] },
  maintain_api_keys: { to: ["admin"], isPersonal: true },
  /** A view is of a person; a key has no screen. */
  keep_views: { to: ["broker", "officer", "admin"], isPersonal: true },
  see_jobs: { to: ["admin"] },
  see_people: { to: ["admin"] },
  maintain_people: { to: ["admin"], isPersonal: true },
} as const satisfies Record<string, Leave>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether the actor may do it; the gate of every use case. */
export function authorise(actor: Actor, permission: Permission): Result<void, Failure> {
  const leave: Leave = PERMISSIONS[permission];
  const roles = actor.kind === "system" ? ["system"] : actor.roles;
  const hasRole = roles.some((role) => (leave.to as readonly string[]).includes(role));
  const isOfKind = actor.kind === "system" || leave.of === undefined || leave.of === actor.organisationKind;
  if (!hasRole || !isOfKind) return err({ kind: "forbidden", permission });
  return leave.isPersonal && actor.kind !== "person" ? err({ kind: "needs_person", permission }) : ok(undefined);
}

/** Whether the actor is of an authority, which decides, and not of a broker's house, which advises. */
export function isAuthority(actor: Actor): boolean {
  return actor.kind !== "system" && actor.organisationKind === "authority";
}

/** Whether the pages of the cases are the actor's: of who works on them, and of the officer of a broker who advises. */
export function worksOnCases(actor: Actor): boolean {
  return authorise(actor, "see_workbench").ok || authorise(actor, "advise_review").ok;
}
