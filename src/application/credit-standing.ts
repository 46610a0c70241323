import { type CreditStanding, standingOf } from "@/domain/aeo/standing";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Decimal } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Transaction } from "./ports";

/** What a declaration says that credit is held against. */
export function creditQuestion(content: DeclarationContent, valueCny: Decimal, day: LocalDate) {
  return {
    buyer: content.buyer.value,
    seller: content.seller.value,
    commodityCodes: content.lines.map((line) => line.commodityCode.value),
    origins: content.lines.map((line) => line.origin.value),
    regime: content.regime,
    valueCny,
    day,
  };
}

/** What credit counts for a declaration on a day, with the authority at whose office it is lodged. */
export async function creditStanding(
  tx: Pick<Transaction, "authorisations" | "credit">,
  authorityId: string,
  content: DeclarationContent,
  valueCny: Decimal,
  day: LocalDate,
): Promise<CreditStanding> {
  const rules = await tx.credit.rulesOn(authorityId, day);
  return standingOf(await tx.authorisations.active(), rules, creditQuestion(content, valueCny, day));
}
