import type { OriginQuestion, OriginView } from "@/contracts/origin";
import type { Failure } from "@/contracts/problem";
import { agreementOn } from "@/domain/origin/agreement";
import { decideOrigin } from "@/domain/origin/decide-origin";
import { originStatement } from "@/domain/origin/statement";
import { decimal, formatDecimal, round, subtract } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { chargeOf } from "@/domain/tariff/charge";
import { NO_CLAIMS, rateCandidates } from "@/domain/tariff/choose-rate";
import type { Reference } from "@/domain/tariff/reference";
import { type Actor, authorise } from "./actor";
import type { UnitOfWork, World } from "./ports";

/**
 * Decides from a bill of materials whether a good originates under an agreement on a day, gives the sentence for the
 * declaration of origin and what the preference saves. Nothing is kept: a bill of materials is a trade secret.
 */
export function judgeOrigin(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  question: OriginQuestion,
): Promise<Result<OriginView, Failure>> {
  return ports.inTransaction<OriginView, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read");
    if (!allowed.ok) return allowed;
    const day = question.day ?? ports.world.today();
    const { agreements, productRules, differentials } = await tx.reference.originsOn(day);
    const agreement = agreementOn(agreements, question.agreement, day);
    if (!agreement) return err({ kind: "invalid_input", pointer: "/agreement", fault: "no_such_agreement" });
    const { production } = question;
    const verdict = decideOrigin({ production, agreement, rules: productRules, differentials, day });
    const reference = await tx.reference.on(day, [production.commodityCode]);
    const { originates, mayClaim, criteria, country, rule, alternatives, problems } = verdict;
    return ok({
      agreement: agreement.code,
      day,
      originates,
      mayClaim,
      criteria: [...criteria],
      country,
      rule: rule && { code: rule.code, citation: rule.citation },
      alternatives: alternatives.map(({ passes, tests }) => ({
        passes,
        tests: tests.map((test) => ({ ...test, materials: [...test.materials] })),
      })),
      problems: problems.map(({ kind, parameters }) => ({ kind, parameters: { ...parameters } })),
      statement: originStatement(verdict, {
        agreement: agreement.code,
        exporter: question.exporter,
        invoiceNumber: question.invoiceNumber,
        commodityCode: production.commodityCode,
        description: question.description,
        day,
      }),
      saving:
        mayClaim && country?.by !== "highest_rate"
          ? savingOf(reference, question, country?.country ?? production.country, day)
          : null,
    });
  });
}

/** What China's rates come to with the claim and without it, on the FOB value; null where the tariff has no rate. */
function savingOf(
  reference: Reference,
  { agreement, production }: OriginQuestion,
  origin: string,
  day: string,
): OriginView["saving"] {
  if (production.importer !== "CN") return null;
  const goods = {
    value: decimal(production.fob),
    quantity: decimal("1"),
    unit: null,
    netWeightKg: production.netWeightKg === null ? null : decimal(production.netWeightKg),
    litresPerTonne: null,
  };
  const query = { code: production.commodityCode, origin, day, tariff: reference, goods };
  const [without, claimed] = [NO_CLAIMS, { ...NO_CLAIMS, agreement }].map(
    (claims) => rateCandidates({ ...query, claims }).chosen,
  );
  if (!without || !claimed) return null;
  const [dear, cheap] = [chargeOf(without.rate, goods), chargeOf(claimed.rate, goods)];
  if (!dear.ok || !cheap.ok) return null;
  const show = (amount: typeof dear.value.amount) => formatDecimal(round(amount, 2));
  return {
    without: show(dear.value.amount),
    with: show(cheap.value.amount),
    amount: show(subtract(dear.value.amount, cheap.value.amount)),
    citation: claimed.citation,
  };
}
