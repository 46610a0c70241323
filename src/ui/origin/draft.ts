import type { OriginQuestion } from "@/contracts/origin";

/** A material as it is being typed. */
export interface MaterialDraft {
  readonly description: string;
  readonly commodityCode: string;
  readonly value: string;
  readonly origin: string;
  readonly hasProof: boolean;
  readonly netWeightKg: string;
}

export interface StopDraft {
  readonly country: string;
  readonly operations: "none" | "logistics" | "processing";
  readonly isUnderCustomsControl: boolean;
}

/** Everything that is typed on the screen of origin. */
export interface OriginDraft {
  readonly description: string;
  readonly commodityCode: string;
  readonly country: string;
  readonly fob: string;
  readonly netWeightKg: string;
  readonly proofDate: string;
  readonly exporter: string;
  readonly invoiceNumber: string;
  readonly isWhollyObtained: boolean;
  readonly isMoreThanMinimal: boolean;
  readonly hasChemicalReaction: boolean;
  readonly materials: readonly MaterialDraft[];
  readonly costs: {
    readonly labour: string;
    readonly overhead: string;
    readonly profit: string;
    readonly other: string;
  };
  readonly route: readonly StopDraft[];
}

export const NO_MATERIAL: MaterialDraft = {
  description: "",
  commodityCode: "",
  value: "",
  origin: "",
  hasProof: false,
  netWeightKg: "",
};

export const EMPTY: OriginDraft = {
  description: "",
  commodityCode: "",
  country: "",
  fob: "",
  netWeightKg: "",
  proofDate: "",
  exporter: "",
  invoiceNumber: "",
  isWhollyObtained: false,
  isMoreThanMinimal: true,
  hasChemicalReaction: false,
  materials: [NO_MATERIAL, NO_MATERIAL],
  costs: { labour: "", overhead: "", profit: "", other: "" },
  route: [],
};

/** A good of invented firms, so that the screen can be tried at once. */
export const EXAMPLE: OriginDraft = {
  ...EMPTY,
  description: "Rice wine, bottle 0.72 l",
  commodityCode: "220600",
  country: "JP",
  fob: "100.00",
  proofDate: new Date().toISOString().slice(0, 10),
  exporter: "Example Brewery K.K.",
  invoiceNumber: "EX-2026-1",
  materials: [
    {
      ...NO_MATERIAL,
      description: "Milled rice",
      commodityCode: "100630",
      value: "22.00",
      origin: "JP",
      hasProof: true,
    },
    { ...NO_MATERIAL, description: "Glass bottle", commodityCode: "701090", value: "12.00", origin: "CN" },
    { ...NO_MATERIAL, description: "Distilled alcohol", commodityCode: "220710", value: "6.00", origin: "BR" },
  ],
};

/** The draft as the API asks for it. What is left blank was not stated; a material without any entry is none. */
export function toQuestion(draft: OriginDraft): OriginQuestion {
  const { costs, materials, netWeightKg, proofDate, exporter, invoiceNumber, description, route, ...good } = draft;
  const stated = Object.values(costs).some((each) => each !== "");
  return {
    agreement: "RCEP",
    exporter,
    invoiceNumber,
    description,
    production: {
      ...good,
      commodityCode: digits(good.commodityCode),
      country: good.country.trim().toUpperCase(),
      importer: "CN",
      netWeightKg: netWeightKg === "" ? null : netWeightKg,
      proofDate: proofDate === "" ? null : proofDate,
      costs: stated
        ? {
            labour: costs.labour || "0",
            overhead: costs.overhead || "0",
            profit: costs.profit || "0",
            other: costs.other || "0",
          }
        : null,
      route: route.map((stop) => ({ ...stop, country: stop.country.trim().toUpperCase() })),
      materials: materials
        .filter(({ description: name, commodityCode, value }) => name !== "" || commodityCode !== "" || value !== "")
        .map((material, index) => ({
          ...material,
          number: index + 1,
          commodityCode: digits(material.commodityCode),
          origin: material.origin.trim() === "" ? null : material.origin.trim().toUpperCase(),
          netWeightKg: material.netWeightKg === "" ? null : material.netWeightKg,
          isWhollyObtained: false,
        })),
    },
  };
}

function digits(code: string): string {
  return code.replace(/[.\s]/g, "");
}

/** Rows of a spreadsheet as materials: description, code, value, origin, proof. */
export function materialsOf(pasted: string): readonly MaterialDraft[] {
  return pasted
    .split(/\r?\n/)
    .map((row) => row.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map(([description = "", commodityCode = "", value = "", origin = "", proof = ""]) => ({
      ...NO_MATERIAL,
      description,
      commodityCode,
      value: value.replaceAll(",", ""),
      origin,
      hasProof: /^(y|yes|true|1|是|有|✓)$/i.test(proof),
    }));
}
