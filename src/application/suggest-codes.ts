import type { Failure } from "@/contracts/problem";
import type { CandidateView, SuggestionView } from "@/contracts/views/classification";
import { showRate } from "@/domain/assessment/rate";
import type { SuggestedCode } from "@/domain/classification/suggest";
import { resolveRequirements } from "@/domain/clearance/requirements";
import type { Regime } from "@/domain/declaration/declaration";
import type { LocalDate } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import { NO_CLAIMS, rateCandidates } from "@/domain/tariff/choose-rate";
import { measuresOn, type TariffMeasure } from "@/domain/tariff/measure";
import type { Reference } from "@/domain/tariff/reference";
import { type Actor, authorise } from "./actor";
import type { Classifier } from "./classifying";
import { checkForm } from "./field-form";
import type { UnitOfWork, World } from "./ports";

interface Asked {
  readonly description: string;
  readonly category?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** ISO 3166 alpha-2; where it is not known, rates are those for every origin with MFN treatment. */
  readonly origin?: string | undefined;
  readonly regime?: Regime | undefined;
}

/**
 * Suggests codes for goods, by what ships with the product and by what the organisation settled before, each with the
 * rates and the papers that would follow from it. Nothing is decided: a person takes one, or none.
 */
export function suggestCodes(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World; readonly classifier: Classifier },
  actor: Actor,
  { description, category, attributes, origin = "DE", regime = "0110" }: Asked,
): Promise<Result<SuggestionView, Failure>> {
  return ports.inTransaction<SuggestionView, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read");
    if (!allowed.ok) return allowed;
    const goods = { description, ...(category ? { category } : {}), ...(attributes ? { attributes } : {}) };
    const decided = await tx.codes.decided();
    const suggestion = await ports.classifier.suggest(goods, actor.organisationId, decided);
    const day = ports.world.today();
    const reference = await tx.reference.on(
      day,
      suggestion.candidates.map(({ code }) => code),
    );
    const { question, vague } = suggestion;
    return ok({
      description,
      candidates: suggestion.candidates.map((each) => toView(each, { description, reference, origin, regime, day })),
      sure: suggestion.sure,
      abstained: suggestion.abstained,
      vagueWords: vague && [...vague.words],
      question: question && {
        en: question.en,
        zh: question.zh,
        between: question.between && [...question.between],
      },
    });
  });
}

function toView(
  { code, source, confidence, words, path }: SuggestedCode,
  {
    description,
    reference,
    origin,
    regime,
    day,
  }: {
    readonly description: string;
    readonly reference: Reference;
    readonly origin: string;
    readonly regime: Regime;
    readonly day: LocalDate;
  },
): CandidateView {
  const applying = measuresOn(reference, code, origin, day);
  const query = { code, origin, day, tariff: reference, claims: NO_CLAIMS, goods: null };
  const shown = (measure: TariffMeasure | null | undefined) =>
    measure ? `${showRate(measure.rate, "CNY")}${from(measure)}` : null;
  const asked = resolveRequirements({
    stage: "domestic_distribution",
    regime,
    lines: [{ number: 1, description, commodityCode: code, origin }],
    day,
    rules: reference.requirementRules,
    known: NOTHING_KNOWN,
  });
  return {
    code,
    source,
    confidence,
    words: [...words],
    path: path.map((step) => ({ code: step.code, en: step.en, zh: step.zh })),
    rates: {
      duty: shown(rateCandidates(query).chosen),
      consumptionTax: shown(applying.get("consumption_tax")),
      vat: shown(applying.get("vat")),
    },
    papers: asked.filter(({ state, asksPaper }) => state === "missing" && asksPaper).map((each) => each.code),
  };
}

/** From which price on a measure counts, where it is not from the first yuan. */
function from({ threshold }: TariffMeasure): string {
  return threshold ? ` (≥ CNY ${threshold.cny}/${threshold.per})` : "";
}

const NOTHING_KNOWN = {
  hasInvoice: true,
  hasTransportDocument: true,
  preference: null,
  declaredBuyer: null,
  consigneeOnTransport: null,
  consumerName: null,
  suspendedLines: [],
};

/** A person settles the code of goods: from the next suggestion on, the same and like goods are known by it. */
export function settleCode(
  ports: { readonly inTransaction: UnitOfWork },
  actor: Actor,
  { description, code }: { readonly description: string; readonly code: string },
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "confirm_field");
    if (!allowed.ok) return allowed;
    const wellFormed = checkForm("hs_code", code, "/code");
    if (!wellFormed.ok) return wellFormed;
    await tx.codes.decide(description, code, actor.id);
    await tx.audit.add("code_settled", "commodity_code", code, {});
    return ok(undefined);
  });
}
