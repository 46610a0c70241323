/** How an authority works its cases. */
export interface ReviewPolicy {
  /** Whether officers take the next case and choose none. */
  readonly isPickingClosed: boolean;
  /** The share of decided cases that another officer looks at without seeing the ruling, from 0 to 1. */
  readonly secondReviewShare: number;
  /** The value at stake from which a case is not released among many, in the home currency. */
  readonly bulkLimit: string;
}

/** What holds until the authority sets something else. */
export const DEFAULT_POLICY: ReviewPolicy = { isPickingClosed: false, secondReviewShare: 0.05, bulkLimit: "50000" };

/** Why an officer passes a case by. */
export const SKIP_REASONS = [
  "not_my_field",
  "conflict_of_interest",
  "language",
  "needs_colleague",
  "system_trouble",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
