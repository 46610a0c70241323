/** What ties orders of different people together. Tokens, which name nobody; empty where nothing is known. */
export interface Ties {
  /** The consumer of a retail order. */
  readonly consumer: string;
  readonly address: string;
  readonly phone: string;
  readonly payer: string;
}

export const NO_TIES: Ties = { consumer: "", address: "", phone: "", payer: "" };
