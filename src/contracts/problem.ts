import type { IllegalTransition } from "@/domain/clearance/lifecycle";
import type { Issue } from "@/domain/declaration/issue";

/** Every way in which a use case says no. */
export type Failure =
  | { readonly kind: "unauthenticated" }
  | { readonly kind: "forbidden"; readonly permission: string }
  | { readonly kind: "not_found"; readonly what: string }
  | { readonly kind: "stale_version"; readonly what: string }
  | { readonly kind: "invalid_input"; readonly pointer: string; readonly detail: string }
  | { readonly kind: "not_ready"; readonly issues: readonly Issue[] }
  | { readonly kind: "key_reused"; readonly key: string }
  | { readonly kind: "key_in_flight"; readonly key: string }
  | { readonly kind: "claimed_by_other"; readonly until: string }
  | { readonly kind: "not_claimed" }
  | { readonly kind: "needs_second_person" }
  | { readonly kind: "release_blocked"; readonly blockers: readonly string[] }
  | { readonly kind: "guarantee_insufficient"; readonly available: string; readonly needed: string }
  | { readonly kind: "file_rejected"; readonly reason: string }
  | IllegalTransition;

interface Policy {
  readonly status: number;
  readonly retry: "never" | "later";
  readonly title: string;
  readonly remedy: string;
}

/** What each failure means outside: HTTP status, whether trying again can help, and the public words. */
export const PROBLEMS = {
  unauthenticated: {
    status: 401,
    retry: "never",
    title: "You are not signed in.",
    remedy: "Sign in, or send a valid API key.",
  },
  forbidden: {
    status: 403,
    retry: "never",
    title: "Your role does not allow this.",
    remedy: "Ask an admin of your organisation for the role.",
  },
  not_found: {
    status: 404,
    retry: "never",
    title: "There is nothing here that you may see.",
    remedy: "Check the reference.",
  },
  stale_version: {
    status: 409,
    retry: "later",
    title: "Somebody changed it in the meantime.",
    remedy: "Reload and look at the change, then try again.",
  },
  invalid_input: {
    status: 422,
    retry: "never",
    title: "A value is not of the form it must have.",
    remedy: "Correct the value that the pointer names.",
  },
  not_ready: {
    status: 422,
    retry: "never",
    title: "The declaration is not complete.",
    remedy: "Resolve the issues listed, then submit again.",
  },
  key_reused: {
    status: 422,
    retry: "never",
    title: "This Idempotency-Key was used for another request.",
    remedy: "Use a new key for a new request.",
  },
  key_in_flight: {
    status: 409,
    retry: "later",
    title: "The same request is still being carried out.",
    remedy: "Wait a second and send it again with the same key.",
  },
  claimed_by_other: {
    status: 409,
    retry: "later",
    title: "Another officer has this case.",
    remedy: "Take another case, or wait until the claim ends.",
  },
  not_claimed: {
    status: 409,
    retry: "never",
    title: "The case is not claimed by you.",
    remedy: "Claim the case before you decide it.",
  },
  needs_second_person: {
    status: 409,
    retry: "never",
    title: "A second person must do this.",
    remedy: "Ask a colleague with the same role.",
  },
  release_blocked: {
    status: 409,
    retry: "later",
    title: "A condition of release is not met.",
    remedy: "See what the clearance waits for.",
  },
  guarantee_insufficient: {
    status: 409,
    retry: "later",
    title: "The guarantee does not cover the tax.",
    remedy: "Top up the guarantee, or record the payment.",
  },
  file_rejected: {
    status: 422,
    retry: "never",
    title: "The file cannot be read.",
    remedy: "Send the document again as PDF, JPEG, PNG or TIFF.",
  },
  illegal_transition: {
    status: 409,
    retry: "never",
    title: "The clearance does not allow this step now.",
    remedy: "Reload and see its state.",
  },
} as const satisfies Record<Failure["kind"], Policy>;
