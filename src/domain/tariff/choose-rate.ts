import { compare, decimal } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";
import { type ChargedGoods, type ChargeProblem, chargeOf } from "./charge";
import { isAdValoremOnly, type Rate } from "./duty-expression";
import { isMember, MFN_AREA } from "./geography";
import { type MeasureKind, measuresFor, prevails, type Tariff, type TariffMeasure, type TariffQuery } from "./measure";

/** What a declaration claims for a line, and must prove. */
export interface RateClaims {
  /** The agreement whose proof of origin comes with the goods, such as `RCEP`. */
  readonly agreement: string | null;
  /** The order number of the quota that the importer holds a licence for. */
  readonly quota: string | null;
  /** The producer, for trade remedies that have a rate for each. */
  readonly producer: string | null;
}

export const NO_CLAIMS: RateClaims = { agreement: null, quota: null, producer: null };

/** Why a measure counts, or does not; a key of the interface's catalogues. */
export type RateReason =
  | "mfn_treatment"
  | "no_mfn_treatment"
  | "mfn_has_treatment"
  | "provisional_over_mfn"
  | "provisional_not_with_general"
  | "certificate_claimed"
  | "certificate_not_claimed"
  | "quota_claimed"
  | "quota_not_claimed"
  | "producer_named"
  | "producer_other"
  | "producers_rest";

export interface RateCandidate {
  readonly kind: MeasureKind;
  readonly measure: TariffMeasure;
  /** Whether what it depends on is so; of those that apply one is chosen. */
  readonly applies: boolean;
  readonly reason: RateReason;
}

/** Something that must be known before a rate can be chosen, or before what comes on top is whole. */
export type RateQuestion =
  /** The tariff has no rate that applies; the kind that was looked for. */
  | { readonly kind: "rate_missing"; readonly missing: "mfn" | "general" }
  /** Rates of different forms are compared by what they come to, and that cannot be worked out. */
  | { readonly kind: "not_comparable"; readonly problem: ChargeProblem }
  | { readonly kind: "goods_unknown" }
  /** The remedy has rates for named producers only, and none of them is claimed. */
  | { readonly kind: "producer_asked"; readonly measure: TariffMeasure };

export interface RateChoice {
  /** Every measure of duty that takes the goods in, the ones that count with the ones that do not. */
  readonly candidates: readonly RateCandidate[];
  /** The rate of duty; null when a question stands in the way. */
  readonly chosen: TariffMeasure | null;
  /** Anti-dumping and countervailing duties, on top of the chosen rate; one of each case. */
  readonly onTop: readonly TariffMeasure[];
  readonly questions: readonly RateQuestion[];
}

export interface RateAsked extends TariffQuery {
  readonly tariff: Tariff;
  readonly claims: RateClaims;
  /** What the duty is charged on, to compare rates of different forms by what they come to; null while not known. */
  readonly goods: ChargedGoods | null;
}

const DUTIES: readonly MeasureKind[] = [
  "mfn",
  "general",
  "provisional",
  "conventional",
  "special_preferential",
  "quota",
];
const REMEDIES: readonly MeasureKind[] = ["anti_dumping", "countervailing"];

/**
 * Lists what could be charged on imported goods and chooses the rate of duty, in the manner of the Chinese law. Within a tariff quota its rate,
 * or the provisional one for the quota; without MFN treatment the general rate alone; else the provisional rate, which
 * goes before MFN; with a certificate the lowest of the agreement's, the provisional and, where there is none, the MFN
 * rate. Trade remedies come on top. Rates of different forms are compared by what they come to for these goods.
 * Tariff Law of the PRC, arts. 12 to 14, in force 2024-12-01. Where something is missing, the questions say what.
 */
export function rateCandidates(asked: RateAsked): RateChoice {
  const found = measuresFor(asked.tariff, asked);
  const hasMfn = hasTreatment(asked, found);
  const duties = DUTIES.flatMap((kind) => closest(found.filter((measure) => measure.kind === kind))).map((measure) =>
    dutyCandidate(measure, asked.claims, hasMfn),
  );
  const remedies = remedyCandidates(found, asked.claims);
  const chosen = choose(duties, hasMfn, asked.goods);
  return {
    candidates: [...duties, ...remedies.candidates],
    chosen: chosen.measure,
    onTop: remedies.candidates.filter((each) => each.applies).map((each) => each.measure),
    questions: [...chosen.questions, ...remedies.questions],
  };
}

/** China names who has MFN treatment; elsewhere whoever the MFN measures take in has it. */
function hasTreatment({ tariff, origin, day, jurisdiction = "CN" }: RateAsked, found: readonly TariffMeasure[]) {
  return jurisdiction === "CN"
    ? isMember(tariff.areas, MFN_AREA, origin, day)
    : found.some((measure) => measure.kind === "mfn");
}

/** Of measures of one kind, those that prevail for what they ask: one for each set of conditions. */
function closest(measures: readonly TariffMeasure[]): readonly TariffMeasure[] {
  const kept = new Map<string, TariffMeasure>();
  for (const measure of measures) {
    const key = JSON.stringify([measure.orderNumber, agreementsOf(measure), isOfQuota(measure)]);
    const known = kept.get(key);
    if (!known || prevails(measure, known)) kept.set(key, measure);
  }
  return [...kept.values()];
}

function dutyCandidate(measure: TariffMeasure, claims: RateClaims, hasMfn: boolean): RateCandidate {
  const [applies, reason] = claimOf(measure, claims) ?? treatmentOf(measure.kind, hasMfn);
  return { kind: measure.kind, measure, applies, reason };
}

/** Whether what the measure must be claimed with is claimed; null when it needs no claim. */
function claimOf(measure: TariffMeasure, claims: RateClaims): readonly [boolean, RateReason] | null {
  const agreements = agreementsOf(measure);
  if (agreements && !agreements.includes(claims.agreement ?? "")) return [false, "certificate_not_claimed"];
  if (isOfQuota(measure)) {
    const isHeld = claims.quota !== null && claims.quota === measure.orderNumber;
    return [isHeld, isHeld ? "quota_claimed" : "quota_not_claimed"];
  }
  return agreements ? [true, "certificate_claimed"] : null;
}

/** Whether a measure without claims counts for an origin with MFN treatment, or for one without. */
function treatmentOf(kind: MeasureKind, hasMfn: boolean): readonly [boolean, RateReason] {
  if (kind === "general") return [!hasMfn, hasMfn ? "mfn_has_treatment" : "no_mfn_treatment"];
  if (kind === "provisional") return [hasMfn, hasMfn ? "provisional_over_mfn" : "provisional_not_with_general"];
  return [hasMfn, hasMfn ? "mfn_treatment" : "no_mfn_treatment"];
}

interface Chosen {
  readonly measure: TariffMeasure | null;
  readonly questions: readonly RateQuestion[];
}

function choose(candidates: readonly RateCandidate[], hasMfn: boolean, goods: ChargedGoods | null): Chosen {
  const applying = candidates.filter((each) => each.applies).map((each) => each.measure);
  const inQuota = applying.filter(isOfQuota);
  if (inQuota.length > 0) return only(ofKind(inQuota, "provisional") ?? ofKind(inQuota, "quota"), hasMfn);
  const provisional = ofKind(applying, "provisional");
  const claimedRates = applying.filter(({ kind }) => kind === "conventional" || kind === "special_preferential");
  const standard = provisional ?? ofKind(applying, hasMfn ? "mfn" : "general");
  if (claimedRates.length === 0) return only(standard, hasMfn);
  return lowest([...claimedRates, ...(standard ? [standard] : [])], goods);
}

function only(measure: TariffMeasure | null, hasMfn: boolean): Chosen {
  return measure
    ? { measure, questions: [] }
    : { measure: null, questions: [{ kind: "rate_missing", missing: hasMfn ? "mfn" : "general" }] };
}

/** The measure that comes to the least; of equals the first, which is the one that was claimed. */
function lowest(measures: readonly TariffMeasure[], goods: ChargedGoods | null): Chosen {
  let best: TariffMeasure | null = null;
  for (const measure of measures) {
    const isLower = best === null ? ok(true) : isBelow(measure.rate, best.rate, goods);
    if (!isLower.ok) return { measure: null, questions: [isLower.error] };
    if (isLower.value) best = measure;
  }
  return { measure: best, questions: [] };
}

function isBelow(rate: Rate, other: Rate, goods: ChargedGoods | null): Result<boolean, RateQuestion> {
  if (isAdValoremOnly(rate) && isAdValoremOnly(other))
    return ok(compare(decimal(rate.adValorem), decimal(other.adValorem)) < 0);
  if (!goods) return err({ kind: "goods_unknown" });
  const [mine, theirs] = [chargeOf(rate, goods), chargeOf(other, goods)];
  if (!mine.ok) return err({ kind: "not_comparable", problem: mine.error });
  if (!theirs.ok) return err({ kind: "not_comparable", problem: theirs.error });
  return ok(compare(mine.value.amount, theirs.value.amount) < 0);
}

interface Remedies {
  readonly candidates: readonly RateCandidate[];
  readonly questions: readonly RateQuestion[];
}

/** Of each case the rate of the named producer, else that of the rest. */
function remedyCandidates(found: readonly TariffMeasure[], claims: RateClaims): Remedies {
  const cases = new Map<string, TariffMeasure[]>();
  for (const measure of found.filter(({ kind }) => REMEDIES.includes(kind))) {
    const key = `${measure.kind}:${measure.orderNumber ?? ""}`;
    cases.set(key, [...(cases.get(key) ?? []), measure]);
  }
  const settled = [...cases.values()].map((measures) => remedyOf(measures, claims));
  return {
    candidates: settled.flatMap((each) => each.candidates),
    questions: settled.flatMap((each) => each.questions),
  };
}

function remedyOf(measures: readonly TariffMeasure[], claims: RateClaims): Remedies {
  const named = latest(measures.filter((each) => producerOf(each) !== null && producerOf(each) === claims.producer));
  const rest = latest(measures.filter((each) => producerOf(each) === null));
  const due = named ?? rest;
  const candidates = measures.map((measure): RateCandidate => {
    const reason = producerOf(measure) === null ? "producers_rest" : "producer_named";
    const applies = measure === due;
    return { kind: measure.kind, measure, applies, reason: applies ? reason : "producer_other" };
  });
  const [first] = measures;
  return { candidates, questions: due || !first ? [] : [{ kind: "producer_asked", measure: first }] };
}

function latest(measures: readonly TariffMeasure[]): TariffMeasure | null {
  return measures.reduce<TariffMeasure | null>(
    (best, measure) => (best === null || prevails(measure, best) ? measure : best),
    null,
  );
}

function ofKind(measures: readonly TariffMeasure[], kind: MeasureKind): TariffMeasure | null {
  return latest(measures.filter((measure) => measure.kind === kind));
}

function isOfQuota({ kind, conditions }: TariffMeasure): boolean {
  return kind === "quota" || conditions.some((condition) => condition.kind === "quota_licence");
}

/** The agreements or programmes that the measure counts for; null when it counts without. */
function agreementsOf({ conditions }: TariffMeasure): readonly string[] | null {
  for (const condition of conditions) {
    if (condition.kind === "certificate") return [condition.agreement];
    if (condition.kind === "programme") return condition.anyOf;
  }
  return null;
}

/** The producer whose goods the measure is for; null when it is for all. */
function producerOf({ conditions }: TariffMeasure): string | null {
  const named = conditions.find((condition) => condition.kind === "producer");
  return named?.producer ?? null;
}
