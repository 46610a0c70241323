import { add, type Decimal, decimal, sum } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { type Agreement, isParty } from "./agreement";

/** A material as the bill of materials lists it. Values are plain decimals in the currency of the good's FOB value. */
export interface Material {
  /** From 1, by which the verdict names it. */
  readonly number: number;
  readonly description: string;
  /** At least six digits. */
  readonly commodityCode: string;
  /** CIF value of an imported material, or the price paid for one bought at home. */
  readonly value: string;
  /** ISO 3166 alpha-2; null when nobody can say, and then the material does not originate. */
  readonly origin: string | null;
  /** Whether a proof of origin under the agreement is at hand for it. */
  readonly hasProof: boolean;
  /** Whether it is wholly obtained in its origin: grown, mined, born or caught there. */
  readonly isWhollyObtained: boolean;
  readonly netWeightKg: string | null;
}

/** What is done to the goods on their way between the parties. */
export interface Leg {
  /** ISO 3166 alpha-2 of a place where the goods stop. */
  readonly country: string;
  /** Unloading, storing and keeping in good condition is `logistics`; anything more is `processing`. */
  readonly operations: "none" | "logistics" | "processing";
  readonly isUnderCustomsControl: boolean;
}

/** A good as its producer describes it. Money is in one currency throughout. */
export interface Production {
  readonly commodityCode: string;
  /** The party that exports it. */
  readonly country: string;
  /** The party that imports it. */
  readonly importer: string;
  readonly fob: string;
  readonly netWeightKg: string | null;
  /** Whether the good itself is wholly obtained, without any material. */
  readonly isWhollyObtained: boolean;
  readonly materials: readonly Material[];
  /** Direct costs of the build-up method; null where the producer does not state them. */
  readonly costs: {
    readonly labour: string;
    readonly overhead: string;
    readonly profit: string;
    readonly other: string;
  } | null;
  /** Whether production is more than packing, sorting, mixing, cutting and the like. */
  readonly isMoreThanMinimal: boolean;
  readonly hasChemicalReaction: boolean;
  readonly route: readonly Leg[];
  /** The day of the proof of origin; null while there is none. */
  readonly proofDate: LocalDate | null;
}

/** Whether a material counts as originating: made at home, or in another party with a proof where the agreement cumulates. */
export function isOriginating(
  material: Material,
  production: Production,
  agreement: Agreement,
  day: LocalDate,
): boolean {
  if (material.origin === null) return false;
  if (material.origin === production.country) return material.hasProof || material.isWhollyObtained;
  return agreement.cumulates && material.hasProof && isParty(agreement, material.origin, day);
}

/** The materials on both sides, in the order of the bill. */
export function divideMaterials(
  production: Production,
  agreement: Agreement,
  day: LocalDate,
): { readonly originating: readonly Material[]; readonly others: readonly Material[] } {
  const isIn = (material: Material) => isOriginating(material, production, agreement, day);
  return {
    originating: production.materials.filter(isIn),
    others: production.materials.filter((material) => !isIn(material)),
  };
}

/** The sum of the materials' values. */
export function worthOf(materials: readonly Material[]): Decimal {
  return sum(materials.map((material) => decimal(material.value)));
}

/** Labour, overhead, profit and other costs together; null where they are not stated. */
export function statedCosts({ costs }: Production): Decimal | null {
  if (!costs) return null;
  return [costs.overhead, costs.profit, costs.other].map(decimal).reduce(add, decimal(costs.labour));
}
