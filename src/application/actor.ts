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

/** The acts that a use case asks leave for, each with the roles that have it; `system` where no judgement is needed. */
const PERMISSIONS = {
  read: ["broker", "officer", "admin", "system"],
  upload_document: ["broker"],
  read_document: ["system"],
  confirm_field: ["broker"],
  edit_shipment: ["broker"],
  lodge_declaration: ["broker"],
  secure_tax: ["broker", "system"],
  assess: ["system"],
  release: ["system"],
  submit_requirement: ["broker"],
  review: ["officer"],
  maintain_aeo: ["admin"],
  maintain_api_keys: ["admin"],
  see_jobs: ["admin"],
} as const satisfies Record<string, readonly (Role | "system")[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether the actor may do it; the gate of every use case. */
export function authorise(actor: Actor, permission: Permission): Result<void, Failure> {
  const allowed: readonly string[] = PERMISSIONS[permission];
  const roles = actor.kind === "system" ? ["system"] : actor.roles;
  return roles.some((role) => allowed.includes(role)) ? ok(undefined) : err({ kind: "forbidden", permission });
}

/** Whether the actor is of an authority, which decides, and not of a broker's house, which advises. */
export function isAuthority(actor: Actor): boolean {
  return actor.kind !== "system" && actor.organisationKind === "authority";
}
