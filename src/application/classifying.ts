import type { GoodsDescription } from "@/domain/classification/goods-text";
import type { Suggestion } from "@/domain/classification/suggest";

/** Goods whose code somebody of the organisation settled. */
export interface DecidedCode {
  /** The same goods have the same key. */
  readonly key: string;
  readonly description: string;
  readonly commodityCode: string;
}

/** What suggests codes for goods, by what the product knows and by what the organisation settled. */
export interface Classifier {
  suggest(goods: GoodsDescription, organisationId: string, decided: readonly DecidedCode[]): Promise<Suggestion>;
}

/** The settled codes of an organisation, as a use case reaches them. */
export interface CodeDecisions {
  /** The last ones, as many as classification learns from. */
  decided(): Promise<readonly DecidedCode[]>;
  /** Keeps the code for the goods; it takes the place of what was settled for the same goods before. */
  decide(description: string, commodityCode: string, by: string): Promise<void>;
}
