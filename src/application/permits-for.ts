import { normaliseName } from "@/domain/clearance/requirements";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { UsedPermit } from "@/domain/permit/fits";
import { type Cover, onlyPermit, type ReferenceStanding, referenceStanding } from "@/domain/permit/meets";
import type { PermitGoods } from "@/domain/permit/permit";
import type { LocalDate } from "@/domain/shared/local-date";

interface Asked {
  /** The numbers of the lines, as the requirement says them: "1, 2". */
  readonly lines: string | undefined;
  readonly content: DeclarationContent;
  readonly permits: readonly UsedPermit[];
  readonly day: LocalDate;
}

/** What the permits on record say of the numbers that were given for a requirement. */
export function standingOf(reference: string, { lines, content, permits, day }: Asked): ReferenceStanding {
  return referenceStanding(reference, permits, goodsOf(content, lines), day);
}

/** The permit that meets the requirement without anybody: in the name of the buyer, for all its lines, and the only one. */
export function permitByItself({ lines, content, permits, day }: Asked): Cover | null {
  const buyer = normaliseName(content.buyer.value);
  return onlyPermit(permits, goodsOf(content, lines), day, (holder) => normaliseName(holder) === buyer);
}

/** The lines of the declaration that a requirement is about. */
function goodsOf({ lines }: DeclarationContent, asked: string | undefined): readonly PermitGoods[] {
  const numbers = (asked ?? "").split(",").map(Number);
  return lines
    .filter(({ number }) => numbers.includes(number))
    .map((line) => ({
      number: line.number,
      description: line.description.value,
      commodityCode: line.commodityCode.value,
      origin: line.origin.value,
      quantity: line.quantity.value,
      unit: line.unit?.value ?? null,
    }));
}
