import type { LocalDate } from "../shared/local-date";
import { type MeasureKind, measuresOn, type TariffMeasure } from "../tariff/measure";
import type { Reference } from "../tariff/reference";
import { countsPieces, isUnit, UNIT_CODE } from "../tariff/unit";
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

/**
 * A rate per litre charged on a number of bottles would be a wrong tax that looks right, and so would a threshold of one
 * piece measured in grams.
 */
function otherUnit(line: DraftLine, { rate, threshold }: TariffMeasure): readonly Issue[] {
  if (!line.quantity) return [];
  const declared = line.unit?.value ?? null;
  const expected = rate.specificUnit ?? (threshold?.per === "unit" ? "piece" : null);
  if (expected === null) return [];
  if (rate.specificUnit === null ? countsPieces(declared) : isUnit(declared, expected)) return [];
  return [
    leafIssue("unit_differs", `lines.${line.number}.unit`, line.unit ?? line.quantity, {
      line: String(line.number),
      unit: declared ?? "–",
      expected: UNIT_CODE[expected],
    }),
  ];
}
