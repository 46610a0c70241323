import type { ReturnedLine, ReversedAmounts } from "@/domain/goods-return/reverse";
import type { LocalDate } from "@/domain/shared/local-date";

export const RETURN_REASONS = ["consumer_withdrew", "not_delivered", "damaged", "wrong_goods", "other"] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Retail goods that come back, with what of the assessment that reverses. */
export interface GoodsReturnRecord extends ReversedAmounts {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly declarationId: string;
  readonly state: "applied" | "completed" | "cancelled";
  readonly reason: ReturnReason;
  readonly releasedOn: LocalDate;
  readonly applyBy: LocalDate;
  readonly arriveBy: LocalDate;
  readonly appliedOn: LocalDate;
  readonly appliedBy: string;
  readonly arrivedOn: LocalDate | null;
  readonly currency: string;
  readonly lines: readonly ReturnedLine[];
}

export interface GoodsReturnStore {
  get(id: string): Promise<GoodsReturnRecord | null>;
  /** Those that were not cancelled, in their order. */
  ofDeclaration(declarationId: string): Promise<readonly GoodsReturnRecord[]>;
  add(goodsReturn: GoodsReturnRecord): Promise<void>;
  /** False when it was settled before. */
  settle(
    id: string,
    outcome:
      | ({ readonly state: "completed"; readonly arrivedOn: LocalDate } & ReversedAmounts)
      | { readonly state: "cancelled" },
    by: string,
  ): Promise<boolean>;
}
