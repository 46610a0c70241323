import type { LocalDate } from "../shared/local-date";
import { type MeasureKind, measuresOn, type SpecificUnit, type TariffMeasure } from "../tariff/measure";
import type { Reference } from "../tariff/reference";
import type { DeclarationDraft, DraftLine } from "./assemble";
import type { Issue } from "./issue";
import { leafIssue } from "./leaf";

/** Whether the tariff of the day can tax each line: its code has measures, and they count in what is declared. */
export function checkTariff(draft: DeclarationDraft, reference: Reference, day: LocalDate): readonly Issue[] {
  return draft.lines.flatMap((line) => {
    if (!line.commodityCode || !line.origin) return [];
    const applying = measuresOn(reference.measures, line.commodityCode.value, line.origin.value, day);
    return [
      ...missingMeasures(draft, line, applying, day),
      ...missingNetWeight(line, applying.get("consumption_tax")),
      ...[...applying.values()].flatMap((measure) => otherUnit(line, measure)),
    ];
  });
}

/** Retail imports need no rate of duty, for theirs is zero, but must be on the positive list. */
function missingMeasures(
  { regime }: DeclarationDraft,
  line: DraftLine,
  applying: ReadonlyMap<MeasureKind, TariffMeasure>,
  day: LocalDate,
): readonly Issue[] {
  const path = `lines.${line.number}.commodityCode`;
  const parameters = { code: line.commodityCode?.value ?? "", day, line: String(line.number) };
  if (regime === "1210" && !applying.has("positive_list"))
    return [leafIssue("not_on_positive_list", path, line.commodityCode, parameters)];
  const needed: readonly MeasureKind[] = regime === "1210" || applying.has("provisional") ? ["vat"] : ["mfn", "vat"];
  return needed
    .filter((kind) => !applying.has(kind))
    .map((kind) => leafIssue("measure_missing", path, line.commodityCode, { ...parameters, kind }));
}

function missingNetWeight(line: DraftLine, consumption: TariffMeasure | undefined): readonly Issue[] {
  return consumption?.threshold?.per === "gram" && !line.netWeightKg
    ? [
        leafIssue("net_weight_needed", `lines.${line.number}.netWeightKg`, line.description, {
          line: String(line.number),
        }),
      ]
    : [];
}

/** The codes of UNECE Recommendation 20, which need no translation. */
const UNIT_CODE: Readonly<Record<SpecificUnit, string>> = { litre: "LTR", kilogram: "KGM", piece: "C62" };

/** Those codes and the words that invoices use for them. */
const UNIT_WORDS: Readonly<Record<SpecificUnit, readonly string[]>> = {
  litre: ["l", "ltr", "ltrs", "litre", "litres", "liter", "liters", "升"],
  kilogram: ["kg", "kgs", "kgm", "kilogram", "kilograms", "千克", "公斤"],
  piece: ["pc", "pcs", "pce", "piece", "pieces", "c62", "nmb", "h87", "个", "件", "台"],
};

/** A rate per litre charged on a number of bottles would be a wrong tax that looks right. */
function otherUnit(line: DraftLine, { rate }: TariffMeasure): readonly Issue[] {
  if (rate.specificUnit === null || !line.quantity) return [];
  const declared = (line.unit?.value ?? "").trim().toLowerCase().replace(/\.$/, "");
  if (UNIT_WORDS[rate.specificUnit].includes(declared)) return [];
  return [
    leafIssue("unit_differs", `lines.${line.number}.unit`, line.unit ?? line.quantity, {
      line: String(line.number),
      unit: line.unit?.value ?? "–",
      expected: UNIT_CODE[rate.specificUnit],
    }),
  ];
}
