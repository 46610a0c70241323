import type { AeoAuthorisation } from "@/domain/aeo/authorisation";
import { NO_BENEFIT, waivedAfter } from "@/domain/aeo/benefits";
import { withStanding } from "@/domain/aeo/reassess";
import { type CreditRules, type CreditStanding, standingOf } from "@/domain/aeo/standing";
import { chooseFrom, type LaneInputs, type LaneOutcome, type ModelSays } from "@/domain/selectivity/lane-inputs";
import { decimal, formatDecimal, sum } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import { toDecimal } from "@/domain/shared/money";
import type { AuthorityMemory } from "./authority-memory";
import type { OpenAssessment } from "./credit-record";
import { creditQuestion } from "./credit-standing";
import type { Transaction } from "./ports";
import { askAgain } from "./replay-lane";

/** An open clearance with what its lane was chosen by. */
export interface Assessed {
  readonly open: Pick<OpenAssessment, "clearanceId" | "declarationId" | "stage">;
  readonly inputs: LaneInputs;
  /** What of the tax needs no guarantee now. */
  readonly waived: string;
  /** What of it is reserved under the guarantee. */
  readonly reserved: string;
  readonly before: CreditStanding;
  readonly question: Parameters<typeof standingOf>[2];
}

/** What another standing would make of an open clearance, chosen by the function that chooses every lane. */
export interface Changed {
  readonly inputs: LaneInputs;
  readonly outcome: LaneOutcome;
  /** By the logged inputs, chosen again. */
  readonly was: LaneOutcome;
  readonly waived: string;
}

/** Loads what credit could change of an open clearance; null for one whose inputs were not kept. */
export async function assessedOf(tx: Transaction, open: Assessed["open"], day: LocalDate): Promise<Assessed | null> {
  const risk = await tx.risks.ofClearance(open.clearanceId);
  const declaration = await tx.declarations.get(open.declarationId);
  if (!risk?.inputs || !declaration || risk.declarationId !== open.declarationId) return null;
  const { inputs } = risk;
  const isExit = open.stage === "bonded_exit";
  const held = isExit ? await tx.securities.ofDeclaration(open.declarationId) : [];
  const reserved = held.filter(({ kind }) => kind === "guarantee");
  return {
    open,
    inputs,
    waived: isExit ? await tx.credit.waivedFor(open.declarationId) : "0",
    reserved: formatDecimal(sum(reserved.map(({ amount }) => decimal(amount)))),
    before: loggedStanding(inputs),
    question: creditQuestion(declaration.content, toDecimal(inputs.facts.customsValue), day),
  };
}

/** Credit as it was counted when the lane was chosen. */
function loggedStanding({ facts, credit }: LaneInputs): CreditStanding {
  return {
    tier: facts.credit.tier,
    authorisation: facts.credit.authorisation,
    scheme: credit?.scheme ?? null,
    policyVersion: credit?.policyVersion ?? 0,
    mutual: credit?.mutual ?? null,
    benefit: credit?.benefit ?? NO_BENEFIT,
  };
}

/** Where the clearance would stand with these entries and these rules. */
export function standingWith(
  authorisations: readonly AeoAuthorisation[],
  rules: CreditRules,
  { question }: Assessed,
): CreditStanding {
  return standingOf(authorisations, rules, question);
}

/**
 * Chooses the lane again with another standing; null where the model of then is gone. What was waived shrinks to what the
 * standing lets go of the amount that was open then, and never grows: credit that is won counts from the next lodging.
 */
export async function changeOf(
  tx: Transaction,
  memory: AuthorityMemory,
  assessed: Assessed,
  after: CreditStanding,
): Promise<Changed | null> {
  const inputs = withStanding(assessed.inputs, after);
  const before = await says(tx, memory, assessed.inputs);
  const again = await says(tx, memory, inputs);
  if (!before || !again) return null;
  return {
    inputs,
    outcome: chooseFrom(inputs, again),
    was: chooseFrom(assessed.inputs, before),
    waived: waivedAfter(assessed.waived, assessed.reserved, after.benefit.guaranteeShare),
  };
}

function says(tx: Transaction, memory: AuthorityMemory, inputs: LaneInputs): Promise<readonly ModelSays[] | null> {
  return askAgain({ memory }, tx, inputs);
}
