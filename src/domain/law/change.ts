import type { RequirementRule } from "../clearance/requirement-rule";
import type { LocalDate } from "../shared/local-date";
import type { GeographicalArea } from "../tariff/geography";
import type { TariffMeasure } from "../tariff/measure";
import type { ExchangeRate, LegalParameter, Reference } from "../tariff/reference";

/** The facts of the law that a basket may change. */
export interface LawFacts {
  readonly measure: TariffMeasure;
  readonly legal_parameter: LegalParameter;
  readonly requirement_rule: RequirementRule;
  readonly exchange_rate: ExchangeRate;
  readonly geographical_area: GeographicalArea;
}

export type FactKind = keyof LawFacts;
export type LawFact = LawFacts[FactKind];

export const FACT_KINDS = [
  "measure",
  "legal_parameter",
  "requirement_rule",
  "exchange_rate",
  "geographical_area",
] as const satisfies readonly FactKind[];

/** A fact that begins on the basket's day, one that ends the day before, or one in the place of the other. */
export type LawChange = {
  readonly [K in FactKind]: {
    readonly kind: K;
    /** What ends the day before, as it was found; null where nothing does. */
    readonly before: LawFacts[K] | null;
    /** What begins on the day; null where something only ends. */
    readonly after: LawFacts[K] | null;
    /** The act that changes the law. */
    readonly citation: string;
  };
}[FactKind];

/** Where the facts of a kind stand in the reference data. */
const LISTS = {
  measure: "measures",
  legal_parameter: "parameters",
  requirement_rule: "requirementRules",
  exchange_rate: "exchangeRates",
  geographical_area: "areas",
} as const satisfies Record<FactKind, keyof Reference>;

/** The facts of a kind. */
export function factsOf(reference: Reference, kind: FactKind): readonly LawFact[] {
  return reference[LISTS[kind]];
}

/** The reference data of the basket's day as it would be with its changes. */
export function withChanges(reference: Reference, changes: readonly LawChange[]): Reference {
  const changed: { [K in keyof Reference]: Reference[K] } = { ...reference };
  for (const kind of FACT_KINDS) {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) continue;
    const ended = new Set(own.flatMap(({ before }) => (before ? [before.id] : [])));
    const begun = own.flatMap(({ after }): readonly LawFact[] => (after ? [after] : []));
    const kept = factsOf(reference, kind).filter((fact) => !ended.has(fact.id));
    Object.assign(changed, { [LISTS[kind]]: [...kept, ...begun] });
  }
  return changed;
}

/**
 * What a fact is about, whatever it says: two facts of the same subject may not hold on one day, but for the rate of
 * exchange of a month, which goes before one until further notice.
 */
export function subjectOf(kind: FactKind, fact: LawFact): string {
  const said = fact as Partial<TariffMeasure & ExchangeRate & GeographicalArea & RequirementRule>;
  if (kind === "measure")
    return JSON.stringify([
      said.jurisdiction,
      said.kind,
      said.code,
      said.geography?.area,
      said.geography?.except,
      said.conditions,
      said.orderNumber,
    ]);
  if (kind === "exchange_rate") return JSON.stringify([said.currency, said.home, fact.validTo === null]);
  if (kind === "geographical_area") return JSON.stringify([said.code, said.member]);
  if (kind === "requirement_rule")
    return JSON.stringify([
      said.code,
      said.stage,
      said.regimes,
      said.commodityPrefixes,
      said.productClass,
      said.condition,
    ]);
  return JSON.stringify([said.code]);
}

/** The id of a fact that begins on the day: that of what it replaces with its own day, or one of its subject. */
export function idOf(kind: FactKind, fact: LawFact, replaced: string | null, day: LocalDate): string {
  if (replaced !== null) return `${replaced.replace(/@.*$/, "")}@${day}`;
  if (kind === "measure") {
    const { jurisdiction, kind: measure, code, geography, orderNumber, conditions } = fact as TariffMeasure;
    const particulars = [orderNumber, ...conditions.map((condition) => Object.values(condition).join("-"))];
    const suffix = particulars.filter((part) => part !== null).join(":");
    return `${jurisdiction}:${measure}:${code}:${geography.area}${suffix === "" ? "" : `:${suffix}`}@${day}`;
  }
  const said = fact as Partial<ExchangeRate & GeographicalArea>;
  if (kind === "exchange_rate") return `rate:${said.currency}:${said.home}@${day}`;
  return kind === "geographical_area" ? `${said.code}:${said.member}@${day}` : `${said.code}@${day}`;
}

/** What a fact is about, in codes: the kind of measure, its code and area; a parameter's code; a currency. */
export function topicOf(kind: FactKind, fact: LawFact): string {
  const said = fact as Partial<TariffMeasure & ExchangeRate & GeographicalArea>;
  if (kind === "measure")
    return [said.jurisdiction, said.kind, said.code, said.geography?.area, said.orderNumber].filter(Boolean).join(" ");
  if (kind === "exchange_rate") return `${said.currency} → ${said.home}`;
  return kind === "geographical_area" ? `${said.code} ${said.member}` : (said.code ?? fact.id);
}

export interface FactDifference {
  /** A path such as `rate.adValorem`. */
  readonly field: string;
  /** Empty where there was nothing. */
  readonly before: string;
  readonly after: string;
}

const UNTOLD = ["id", "validFrom", "citation"];

/** Every value that a change changes, with what it was. Ids, first days and sources differ always and are not told. */
export function differencesOf({ before, after }: LawChange): readonly FactDifference[] {
  const [old, now] = [leavesIn(before), leavesIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .map((field) => ({ field, before: old.get(field) ?? "", after: now.get(field) ?? "" }));
}

function leavesIn(fact: LawFact | null): ReadonlyMap<string, string> {
  const told = Object.entries(fact ?? {}).filter(([name]) => !UNTOLD.includes(name));
  return new Map(told.flatMap(([name, value]) => leavesOf(value, name)));
}

/** Every plain value with its path; a list of plain values is one. What is null or empty says nothing. */
function leavesOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [[path, String(value)]];
  const isPlainList = Array.isArray(value) && value.every((each) => typeof each !== "object");
  if (isPlainList) return value.length > 0 ? [[path, value.join(", ")]] : [];
  return Object.entries(value).flatMap(([name, each]) =>
    leavesOf(each, `${path}.${Array.isArray(value) ? Number(name) + 1 : name}`),
  );
}
