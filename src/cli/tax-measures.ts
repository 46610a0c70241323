import { decimal, formatDecimal, multiply } from "@/domain/shared/decimal";
import { plainRate, type Rate } from "@/domain/tariff/duty-expression";
import { type GeographicalArea, MFN_AREA } from "@/domain/tariff/geography";
import type { Jurisdiction } from "@/domain/tariff/jurisdiction";
import type { Condition, MeasureKind, TariffMeasure } from "@/domain/tariff/measure";
import { unitOf } from "@/domain/tariff/unit";
import type { Given } from "./tax-case";

const KINDS: Readonly<Record<string, MeasureKind>> = {
  mfn: "mfn",
  provisional: "provisional",
  general: "general",
  quota: "quota",
  inquota: "quota",
};

const DAYS = { validFrom: "0001-01-01", validTo: null };

/** The measures that the rates of a line come to; rates that the line does not give are those of the whole case. */
export function measuresOf(
  given: Given,
  line: Given,
  code: string,
  jurisdiction: Jurisdiction,
): readonly TariffMeasure[] {
  const figure = (...names: readonly string[]) => line.figure(...names) ?? given.figure(...names);
  const row = (kind: MeasureKind, rate: Rate, more: Partial<TariffMeasure> = {}): TariffMeasure => ({
    id: `given:${kind}:${code}`,
    jurisdiction,
    code,
    geography: { area: "*", except: [] },
    kind,
    rate,
    threshold: null,
    conditions: [],
    orderNumber: null,
    additionalUnits: [],
    citation: "given in the case",
    ...DAYS,
    ...more,
  });
  const rates = { ...given.rates("rates", "dutyRates"), ...line.rates("rates", "dutyRates") };
  const duties = Object.entries(rates).map(([name, adValorem]) => {
    const kind = KINDS[name.toLowerCase().replace(/[^a-z]/g, "")];
    if (kind === "quota") return row(kind, plainRate({ adValorem }), { orderNumber: "given", conditions: [QUOTA] });
    if (kind) return row(kind, plainRate({ adValorem }));
    // Whatever else a rate is called is the agreement that grants it.
    const agreement = name.toUpperCase() === "CONVENTIONAL" ? (given.text("certificate") ?? "GIVEN") : name;
    const conditions: readonly Condition[] = [{ kind: "certificate", agreement: agreement.toUpperCase() }];
    return row("conventional", plainRate({ adValorem }), { id: `given:${name}:${code}`, conditions });
  });
  const plainDuty = dutyOf(figure, line, given, jurisdiction);
  const remedy = (kind: MeasureKind, ...names: readonly string[]) => {
    const adValorem = figure(...names);
    return adValorem === null ? [] : [row(kind, plainRate({ adValorem }), { orderNumber: `given:${kind}` })];
  };
  const vat = figure("vatRate", "gstRate", "vat", "gst");
  const article = figure("articleRate", "personalRate", "taxRate", "rate");
  return [
    ...duties,
    ...(plainDuty && duties.length === 0 ? [row("mfn", plainDuty)] : []),
    ...remedy("anti_dumping", "antiDumpingRate", "adRate", "antiDumping"),
    ...remedy("countervailing", "countervailingRate", "cvdRate", "countervailing"),
    ...consumptionOf(figure, line, row),
    ...(vat === null ? [] : [row("vat", plainRate({ adValorem: vat }))]),
    ...(article === null ? [] : [row("article_tax", plainRate({ adValorem: article }))]),
    row("positive_list", plainRate()),
  ];
}

const QUOTA: Condition = { kind: "quota_licence" };

type Figure = (...names: readonly string[]) => string | null;
type Row = (kind: MeasureKind, rate: Rate, more?: Partial<TariffMeasure>) => TariffMeasure;

/** The duty that is given. China has no duty of nothing that nobody states; elsewhere a case without one has none. */
function dutyOf(figure: Figure, line: Given, given: Given, jurisdiction: Jurisdiction): Rate | null {
  const specific = figure("dutySpecific", "specificDuty", "dutyPerUnit", "specificRate");
  const unit = line.text("dutyUnit", "dutySpecificUnit") ?? given.text("dutyUnit", "dutySpecificUnit");
  const adValorem = figure("dutyRate", "duty") ?? (specific === null && jurisdiction !== "CN" ? "0" : null);
  if (adValorem === null && specific === null) return null;
  return plainRate({ adValorem, specific, specificUnit: unitOf(unit) });
}

function consumptionOf(figure: Figure, line: Given, row: Row): readonly TariffMeasure[] {
  const adValorem = figure("ctRate", "consumptionTaxRate");
  const specific = figure("ctSpecific", "ctPerUnit", "consumptionTaxSpecific");
  if (adValorem === null && specific === null) return [];
  const rule = line.text("ctRule") ?? "";
  const threshold = thresholdOf(rule, line);
  return [row("consumption_tax", plainRate({ adValorem, specific, specificUnit: null }), { threshold })];
}

/**
 * From which price on goods of luxury are taxed: cosmetics from CNY 10 a gram or millilitre, or 15 a piece or sheet
 * (Cai Shui [2016] 103); watches from CNY 10,000 each (Cai Shui [2006] 33).
 */
function thresholdOf(rule: string, line: Given): TariffMeasure["threshold"] {
  if (/watch/i.test(rule)) return { cny: "10000", per: "unit" };
  if (!/cosmetic/i.test(rule)) return null;
  const unit = line.text("contentUnit")?.toLowerCase() ?? "";
  if (["g", "ml", "gram", "millilitre"].includes(unit)) return { cny: "10", per: "gram" };
  const pieces = line.figure("contentPerUnit", "content") ?? "1";
  return { cny: formatDecimal(multiply(decimal("15"), decimal(pieces))), per: "unit" };
}

/** Origins have MFN treatment unless the case gives nothing but the general rate, or says that they have not. */
export function membersOf(given: Given, lines: readonly Given[]): readonly GeographicalArea[] {
  const rates = Object.keys(given.rates("rates", "dutyRates"));
  const isGeneralAlone = rates.length > 0 && rates.every((name) => name.toLowerCase() === "general");
  if (given.flag("mfn", "hasMfn", "mfnTreatment") === false || isGeneralAlone) return [];
  const origins = [given, ...lines].map((each) => each.text("origin"));
  return [...new Set([...origins, "DE", "ZZ"])].flatMap((member) =>
    member ? [{ id: `given:${member}`, code: MFN_AREA, member, citation: "given in the case", ...DAYS }] : [],
  );
}
