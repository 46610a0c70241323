/**
 * What is added to the price paid or payable, and what is taken off it, to come to the customs value. `freight` and
 * `insurance` follow the terms of delivery; the others are stated by whoever declares, each with its evidence.
 * WTO Agreement on Customs Valuation, art. 8; Measures on the determination of customs value (GACC Order 213, 2014),
 * art. 11 to 15.
 */
export const ADDITIONS = [
  "commission",
  "packing",
  "assists",
  "royalties",
  "resale_proceeds",
  "origin_inland",
  "other_addition",
] as const;
export type Addition = (typeof ADDITIONS)[number];

/** Costs after the entry, deducted only where they are shown separately. GACC Order 213, art. 15. */
export const DEDUCTIONS = ["after_entry_freight", "after_entry_work", "import_taxes", "buying_commission"] as const;
export type Deduction = (typeof DEDUCTIONS)[number];

export type AdjustmentKind = Addition | Deduction;

/** Every kind, additions first. */
export const ADJUSTMENTS: readonly AdjustmentKind[] = [...ADDITIONS, ...DEDUCTIONS];

/** A declaration without any adjustment. */
export const NO_ADJUSTMENTS = Object.fromEntries(ADJUSTMENTS.map((kind) => [kind, null])) as Readonly<
  Record<AdjustmentKind, null>
>;

/** Whether the kind makes the customs value smaller. */
export function isDeduction(kind: AdjustmentKind): kind is Deduction {
  return (DEDUCTIONS as readonly string[]).includes(kind);
}

interface Delivery {
  /** Whether the price holds no main freight, so that it must be added. */
  readonly freight: boolean;
  readonly insurance: boolean;
  /** Deductions that the terms of delivery make possible: what the seller pays beyond the place of entry. */
  readonly deductible: readonly Deduction[];
}

const AFTER_ENTRY: readonly Deduction[] = ["after_entry_freight", "after_entry_work"];

/**
 * Incoterms 2020 and the build-up to CIF at the port of entry (Customs Law of the PRC, art. 55). What is paid beyond the
 * entry may be deducted under the terms by which the seller pays it.
 */
export const INCOTERMS: Readonly<Record<string, Delivery>> = {
  EXW: { freight: true, insurance: true, deductible: [] },
  FCA: { freight: true, insurance: true, deductible: [] },
  FAS: { freight: true, insurance: true, deductible: [] },
  FOB: { freight: true, insurance: true, deductible: [] },
  CFR: { freight: false, insurance: true, deductible: [] },
  CPT: { freight: false, insurance: true, deductible: AFTER_ENTRY },
  CIF: { freight: false, insurance: false, deductible: [] },
  CIP: { freight: false, insurance: false, deductible: AFTER_ENTRY },
  DAP: { freight: false, insurance: false, deductible: AFTER_ENTRY },
  DPU: { freight: false, insurance: false, deductible: AFTER_ENTRY },
  DDP: { freight: false, insurance: false, deductible: [...AFTER_ENTRY, "import_taxes"] },
};

/** What an Incoterm adds and lets be deducted; null for a term that Incoterms 2020 does not know. */
export function deliveryOf(incoterm: string): Delivery | null {
  return Object.hasOwn(INCOTERMS, incoterm) ? (INCOTERMS[incoterm] ?? null) : null;
}

/** Whether the deduction may be made under the terms; a buying commission is none of the seller's and always may. */
export function mayDeduct(kind: Deduction, incoterm: string): boolean {
  return kind === "buying_commission" || (deliveryOf(incoterm)?.deductible.includes(kind) ?? false);
}
