import type { IllegalTransition, Stage } from "@/domain/clearance/lifecycle";
import type { Issue } from "@/domain/declaration/issue";
import type { InputFault } from "./input-fault";

/** A value that cannot be taken: where it stands in the request, and what is wrong with it. */
export interface InvalidInput {
  readonly kind: "invalid_input";
  readonly pointer: string;
  readonly fault: InputFault;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Every way in which a use case says no. */
export type Failure =
  | { readonly kind: "unauthenticated" }
  | { readonly kind: "forbidden"; readonly permission: string }
  | { readonly kind: "needs_person"; readonly permission: string }
  | { readonly kind: "not_found"; readonly what: string }
  | { readonly kind: "stale_version"; readonly what: string }
  /** Recorded, and not yet published in the log: a matter of seconds. */
  | { readonly kind: "not_logged_yet" }
  /** The salt of the shipment was erased, so that nothing of it can be proven any more. */
  | { readonly kind: "evidence_erased" }
  | InvalidInput
  | { readonly kind: "malformed_json" }
  | { readonly kind: "too_long"; readonly limitBytes: string }
  | { readonly kind: "not_ready"; readonly issues: readonly Issue[] }
  | { readonly kind: "key_reused"; readonly key: string }
  | { readonly kind: "key_in_flight"; readonly key: string }
  | { readonly kind: "export_open" }
  | { readonly kind: "claimed_by_other"; readonly until: string }
  | { readonly kind: "not_claimed" }
  | { readonly kind: "picking_closed" }
  | { readonly kind: "inspection_open" }
  | { readonly kind: "inspection_decided" }
  | { readonly kind: "held_by_alert"; readonly alertId: string }
  | { readonly kind: "alert_active"; readonly alertId: string }
  | { readonly kind: "inspection_of_other"; readonly orderedBy: string }
  | { readonly kind: "needs_second_person" }
  | { readonly kind: "last_admin" }
  | { readonly kind: "release_blocked"; readonly stage: Stage; readonly blockers: readonly string[] }
  | { readonly kind: "guarantee_insufficient"; readonly available: string; readonly needed: string }
  | { readonly kind: "file_rejected"; readonly reason: string }
  | { readonly kind: "document_bound" }
  | { readonly kind: "document_indivisible" }
  | { readonly kind: "unavailable"; readonly dependency: string }
  | IllegalTransition;

interface Policy {
  readonly status: number;
  readonly retry: "never" | "later";
}

/** What each failure means outside: HTTP status, and whether trying again can help. The words are in `words.ts`. */
export const PROBLEMS = {
  unauthenticated: { status: 401, retry: "never" },
  forbidden: { status: 403, retry: "never" },
  needs_person: { status: 403, retry: "never" },
  not_found: { status: 404, retry: "never" },
  stale_version: { status: 409, retry: "later" },
  not_logged_yet: { status: 409, retry: "later" },
  evidence_erased: { status: 410, retry: "never" },
  invalid_input: { status: 422, retry: "never" },
  malformed_json: { status: 400, retry: "never" },
  too_long: { status: 413, retry: "never" },
  not_ready: { status: 422, retry: "never" },
  key_reused: { status: 422, retry: "never" },
  key_in_flight: { status: 409, retry: "later" },
  export_open: { status: 409, retry: "later" },
  claimed_by_other: { status: 409, retry: "later" },
  not_claimed: { status: 409, retry: "never" },
  picking_closed: { status: 409, retry: "never" },
  inspection_open: { status: 409, retry: "never" },
  inspection_decided: { status: 409, retry: "never" },
  held_by_alert: { status: 409, retry: "never" },
  alert_active: { status: 409, retry: "never" },
  inspection_of_other: { status: 409, retry: "never" },
  needs_second_person: { status: 409, retry: "never" },
  last_admin: { status: 409, retry: "never" },
  release_blocked: { status: 409, retry: "later" },
  guarantee_insufficient: { status: 409, retry: "later" },
  file_rejected: { status: 422, retry: "never" },
  document_bound: { status: 409, retry: "never" },
  document_indivisible: { status: 409, retry: "never" },
  unavailable: { status: 503, retry: "later" },
  illegal_transition: { status: 409, retry: "never" },
} as const satisfies Record<Failure["kind"], Policy>;
