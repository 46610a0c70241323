import { decimal, parseDecimal } from "../shared/decimal";
import { holdsOn, type LocalDate } from "../shared/local-date";
import { type ChargedGoods, quantityIn } from "../tariff/charge";
import { NO_CLAIMS, type RateChoice, rateCandidates } from "../tariff/choose-rate";
import { unitsOf } from "../tariff/duty-expression";
import { type MeasureKind, measuresFor, measuresOn, type TariffMeasure } from "../tariff/measure";
import { litresPerTonne, type Reference } from "../tariff/reference";
import { successors } from "../tariff/succession";
import { countsPieces, UNIT_CODE } from "../tariff/unit";
import type { DeclarationDraft, DraftLine } from "./assemble";
import { isRetail } from "./declaration";
import type { Issue } from "./issue";
import { leafIssue } from "./leaf";

type Applying = ReadonlyMap<MeasureKind, TariffMeasure>;

/** Whether the tariff of the day can tax each line: its code has measures, and they count in what is declared. */
export function checkTariff(draft: DeclarationDraft, reference: Reference, day: LocalDate): readonly Issue[] {
  return [
    ...unusedPreference(draft, reference, day),
    ...draft.lines.flatMap((line) => checkLine(draft, line, reference, day)),
  ];
}

/** A preference of which the tariff knows no rate for any of the goods is a slip of the pen, or no preference. */
function unusedPreference({ preference, lines }: DeclarationDraft, reference: Reference, day: LocalDate) {
  if (!preference) return [];
  const agreement = preference.value;
  const isKnown = lines.some(
    ({ commodityCode, origin }) =>
      commodityCode !== null &&
      origin !== null &&
      measuresFor(reference, { code: commodityCode.value, origin: origin.value, day }).some(({ conditions }) =>
        conditions.some((each) => each.kind === "certificate" && each.agreement === agreement),
      ),
  );
  if (isKnown) return [];
  return [leafIssue("preference_unused", "preference", preference, { agreement }, { severity: "warning" })];
}

function checkLine(draft: DeclarationDraft, line: DraftLine, reference: Reference, day: LocalDate): readonly Issue[] {
  if (!line.commodityCode || !line.origin) return [];
  const query = { code: line.commodityCode.value, origin: line.origin.value, day };
  const applying = measuresOn(reference, query.code, query.origin, day);
  const duty = rateCandidates({ ...query, tariff: reference, claims: NO_CLAIMS, goods: null });
  const levied = [duty.chosen, applying.get("consumption_tax"), applying.get("vat")];
  const litres = litresPerTonne(reference, query.code, day);
  const ceased = ceasedCode(line, reference, day);
  if (ceased) return [ceased];
  return [
    ...missingMeasures(draft, line, applying, duty, day),
    ...missingNetWeight(line, applying.get("consumption_tax")),
    ...levied.flatMap((measure) => (measure ? otherUnit(line, measure, litres?.value ?? null) : [])),
  ];
}

/** A code of the former edition has measures no more; the issue names what became of it. */
function ceasedCode({ number, commodityCode }: DraftLine, reference: Reference, day: LocalDate): Issue | null {
  const code = commodityCode?.value ?? "";
  const [first, ...others] = successors(
    reference.successions.filter((each) => holdsOn(each, day)),
    code,
  );
  if (first === undefined || first === code) return null;
  const parameters = { line: String(number), code, day, successors: [first, ...others].join(", ") };
  return leafIssue("code_ceased", `lines.${number}.commodityCode`, commodityCode, parameters);
}

/** Retail imports need no rate of duty, for theirs is zero, but must be on the positive list. */
function missingMeasures(
  { regime }: DeclarationDraft,
  line: DraftLine,
  applying: Applying,
  duty: RateChoice,
  day: LocalDate,
): readonly Issue[] {
  const path = `lines.${line.number}.commodityCode`;
  const parameters = { code: line.commodityCode?.value ?? "", day, line: String(line.number) };
  if (isRetail(regime) && !applying.has("positive_list"))
    return [leafIssue("not_on_positive_list", path, line.commodityCode, parameters)];
  const rates = duty.questions.flatMap((question) => (question.kind === "rate_missing" ? [question.missing] : []));
  const missing: readonly MeasureKind[] = [
    ...(isRetail(regime) ? [] : rates),
    ...(applying.has("vat") ? [] : (["vat"] as const)),
  ];
  return missing.map((kind) => leafIssue("measure_missing", path, line.commodityCode, { ...parameters, kind }));
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
 * piece measured in grams. What converts is converted when the tax is worked out.
 */
function otherUnit(line: DraftLine, { rate, threshold }: TariffMeasure, litres: string | null): readonly Issue[] {
  if (!line.quantity) return [];
  const declared = line.unit?.value ?? null;
  const goods = countedGoods(line, litres);
  const wanted = unitsOf(rate).find((unit) => !quantityIn(goods, unit).ok);
  const isUncounted = threshold?.per === "unit" && !countsPieces(declared);
  const expected = wanted ?? (isUncounted ? "piece" : null);
  if (expected === null) return [];
  return [
    leafIssue("unit_differs", `lines.${line.number}.unit`, line.unit ?? line.quantity, {
      line: String(line.number),
      unit: declared ?? "–",
      expected: UNIT_CODE[expected],
    }),
  ];
}

/** The line as a tariff counts it; figures that are malformed are another issue, and count as one here. */
function countedGoods({ quantity, unit, netWeightKg }: DraftLine, litres: string | null): ChargedGoods {
  const figure = (text: string | undefined) => {
    const parsed = parseDecimal(text ?? "");
    return parsed.ok ? parsed.value : decimal("1");
  };
  return {
    value: decimal("1"),
    quantity: figure(quantity?.value),
    unit: unit?.value ?? null,
    netWeightKg: netWeightKg ? figure(netWeightKg.value) : null,
    litresPerTonne: litres === null ? null : decimal(litres),
  };
}
