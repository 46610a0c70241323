import { maskName } from "./consumer";
import { type DeclarationContent, isRetail } from "./declaration";

/** A party of a declaration, as lists and searches name it. */
export interface Party {
  readonly role: "seller" | "buyer" | "consignee";
  readonly name: string;
}

/**
 * Who sells, buys and receives. In retail the buyer and the consignee are people, whose names are masked: what lists
 * show is kept in the clear.
 */
export function partiesOf({ regime, seller, buyer, consignee }: DeclarationContent): readonly Party[] {
  const shown = (name: string) => (isRetail(regime) ? maskName(name) : name);
  return [
    { role: "seller", name: seller.value },
    { role: "buyer", name: shown(buyer.value) },
    ...(consignee ? [{ role: "consignee" as const, name: shown(consignee.value) }] : []),
  ];
}
