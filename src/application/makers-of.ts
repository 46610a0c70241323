import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Transaction } from "./ports";

/** Everybody whom the papers name as seller or maker of a clearance's goods, and the numbers that registers gave them. */
export async function makersOf(
  tx: Pick<Transaction, "requirements">,
  clearanceId: string,
  { seller, consignee }: Pick<DeclarationContent, "seller" | "consignee">,
): Promise<readonly string[]> {
  const numbers = (await tx.requirements.ofClearance(clearanceId)).flatMap(
    ({ evidenceReference }) => evidenceReference ?? [],
  );
  return [seller.value, ...(consignee ? [consignee.value] : []), ...numbers];
}
