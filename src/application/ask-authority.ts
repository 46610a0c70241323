import type { CreditTier } from "@/domain/aeo/authorisation";
import { alertsHitting } from "@/domain/alert/alert";
import type { Stage } from "@/domain/clearance/lifecycle";
import type { Irregularity } from "@/domain/history/entry";
import { HistoryState } from "@/domain/history/history-state";
import type { DeclaredLine } from "@/domain/indicators/declared-lines";
import { IndicatorState } from "@/domain/indicators/indicators";
import { subjectOf } from "@/domain/indicators/subject";
import { applyRules, type RuleHit, type RuleSet } from "@/domain/risk-rules/apply-rules";
import { bandsWithin } from "@/domain/selectivity/capacity";
import type { LaneDemand } from "@/domain/selectivity/decide-lane";
import type { RiskFacts } from "@/domain/selectivity/factors";
import type { LineInput, ModelSays } from "@/domain/selectivity/lane-inputs";
import type { Lane } from "@/domain/selectivity/lanes";
import type { SelectivityPolicy } from "@/domain/selectivity/policy";
import type { Scorecard } from "@/domain/selectivity/scorecard";
import type { LocalDate } from "@/domain/shared/local-date";
import { ok } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { withoutParticulars } from "./authority-fault";
import type { AuthorityMemory, Memory } from "./authority-memory";
import { withAge } from "./authority-memory";
import { judge, type ScoringModel } from "./model-verdict";
import type { Transaction, UnitOfWork } from "./ports";
import { selectivityRules } from "./selectivity-rules";

/** What an assessment needs of the authority. */
export interface AuthorityPorts {
  /**
   * Transactions of the authority, over connections of their own: an assessment waits for them while it holds one of
   * the others, and must not wait for itself.
   */
  readonly inAuthority: UnitOfWork;
  readonly memory: AuthorityMemory;
}

interface Question {
  readonly authorityId: string;
  readonly day: LocalDate;
  readonly clearanceId: string;
  readonly stage: Stage;
  readonly regime: string;
  readonly tier: CreditTier;
  readonly facts: RiskFacts;
  readonly card: Scorecard;
  readonly consigneeDiffers: boolean;
  readonly lines: readonly DeclaredLine[];
  /** Who sells or makes the goods, by the papers. */
  readonly producers: readonly string[];
  /** The draw of a rule that selects a share of its hits, by its code; from 0 to below 1. */
  readonly drawOfRule: (code: string) => number;
}

/** A hit of a rule on a line, as it is logged. */
interface LineHit {
  readonly line: number;
  readonly hit: RuleHit;
  readonly isShadow: boolean;
  readonly isSelected: boolean;
}

/** What the authority knows and wants of the lines, as of the day. */
export interface AuthorityAnswer {
  readonly lines: readonly LineInput[];
  readonly says: readonly ModelSays[];
  readonly modelVersion: number | null;
  /** By line, what the models in shadow say, by their versions. */
  readonly shadow: ReadonlyMap<number, Readonly<Record<string, number>>>;
  /** The likely kinds of irregularity of the riskiest line, the likeliest first. */
  readonly irregularities: readonly Irregularity[];
  readonly demands: readonly LaneDemand[];
  readonly hits: readonly LineHit[];
  readonly ruleVersions: readonly string[];
  readonly policy: SelectivityPolicy;
  readonly bands: Scorecard["bands"];
  readonly unselectedInARow: number;
  readonly importerAgeWeeks: number | null;
}

/** Asks the authority, as the system that acts for it: its history, models, rules and policy are no broker's to read. */
export function askAuthority(ports: AuthorityPorts, question: Question): Promise<AuthorityAnswer> {
  return withoutParticulars(() => ask(ports, question));
}

async function ask({ inAuthority, memory }: AuthorityPorts, question: Question): Promise<AuthorityAnswer> {
  const actor: Actor = { kind: "system", id: "system", name: "system", organisationId: question.authorityId };
  // Read before the transaction is begun: what is read takes connections of the same kind.
  const known = await memory.asOf(inAuthority, question.authorityId, question.day);
  const answered = await inAuthority<AuthorityAnswer, never>(actor, async (tx) =>
    ok(await answer(tx, memory, known, question)),
  );
  if (!answered.ok) throw new Error("An authority's answer is never a refusal");
  return answered.value;
}

async function answer(
  tx: Transaction,
  memory: AuthorityMemory,
  known: Memory | null,
  question: Question,
): Promise<AuthorityAnswer> {
  const { authorityId, day, card } = question;
  const { champion, challengers, trouble } = await memory.models(tx, authorityId);
  const policy = await tx.policies.active();
  const rules = await selectivityRules(tx, authorityId, day);
  const office = question.lines[0]?.entry.office ?? "";
  const judged = question.lines.map((line) =>
    judgeLine(line, question, known ?? NOTHING_KNOWN, known && champion, known ? challengers : []),
  );
  const ruled = judged.map(({ input }) => ruleLine(input, rules, question));
  const cause = known ? trouble : "the history is still being read";
  // The authority's own to find: brokers read the evidence of an assessment.
  if (cause !== null) {
    const goesOn = known && champion ? "older_model" : "no_model";
    await tx.audit.add("model_trouble", "clearance", question.clearanceId, { trouble: goesOn, cause });
  }
  const worst = judged.toSorted((a, b) => (b.says?.probability ?? 0) - (a.says?.probability ?? 0))[0];
  return {
    lines: judged.map(({ input }) => input),
    says: judged.flatMap(({ says }) => (says ? [says] : [])),
    modelVersion: known && champion ? champion.version : null,
    shadow: new Map(judged.map(({ input, shadow }) => [input.line, shadow])),
    irregularities: worst?.irregularities ?? [],
    demands: unique([...ruled.flatMap(({ demands }) => demands), ...(await alerted(tx, question))]),
    hits: ruled.flatMap(({ hits }) => hits),
    ruleVersions: rules.rules.filter(({ isShadow }) => !isShadow).map(({ versionId }) => versionId),
    policy,
    bands: bandsWithin(
      card.bands,
      policy.casesPerDay,
      policy.randomShare + policy.explorationShare,
      (known ?? NOTHING_KNOWN).recent,
    ),
    unselectedInARow:
      policy.maximumUnselected === null ? 0 : await tx.history.unselectedInARow(office, policy.maximumUnselected),
    importerAgeWeeks: judged[0]?.input.entry.importerAgeWeeks ?? null,
  };
}

/** While the history is read: rules and the scorecard of the papers go on, and no model scores. */
const NOTHING_KNOWN: Memory = {
  history: new HistoryState(),
  indicators: new IndicatorState(),
  recent: { scores: [], perDay: 0 },
  ageOf: () => null,
};

/** What the rules of risk and the switches ask of a line. A rule that cannot be evaluated is not taken for one that passes. */
function ruleLine({ line, subject }: LineInput, rules: RuleSet, { drawOfRule }: Question) {
  const applied = applyRules(rules, subject, drawOfRule);
  const demand = (source: LaneDemand["source"], code: string, lane: Lane): LaneDemand => ({
    source,
    code,
    lane,
    needsTwoOfficers: false,
  });
  const logged = (hits: readonly RuleHit[], isShadow: boolean, isSelected: boolean) =>
    hits.map((hit): LineHit => ({ line, hit, isShadow, isSelected }));
  return {
    demands: [
      ...applied.hits.map(({ code, lane, versionId }) => ({ ...demand("rule", code, lane), versionId, lines: [line] })),
      ...applied.faults.map(({ code }) => demand("rule", code, "yellow")),
      ...applied.noRelease.map(({ kind, value }) => demand("switch", `${kind}_${value}`, "yellow")),
    ],
    hits: [
      ...logged(applied.hits, false, true),
      ...logged(applied.unselected, false, false),
      ...logged(applied.shadow, true, false),
    ],
  };
}

/** What the authority's alerts ask: goods of one are looked at, whatever speaks for them. */
async function alerted(
  tx: Transaction,
  { authorityId, facts, producers, day }: Question,
): Promise<readonly LaneDemand[]> {
  const alerts = (await tx.alerts.active()).filter(({ organisationId }) => organisationId === authorityId);
  const lines = facts.lines.map(({ commodityCode, origin, description }) => ({
    commodityCode,
    origin,
    description,
    producers,
  }));
  return alertsHitting(alerts, lines, day).map(({ id }) => ({
    source: "alert",
    code: id,
    lane: "red",
    needsTwoOfficers: false,
  }));
}

/** What several lines ask alike is asked once, with the lines that ask it. */
function unique(demands: readonly LaneDemand[]): readonly LaneDemand[] {
  const found = new Map<string, LaneDemand>();
  for (const each of demands) {
    const key = `${each.source}:${each.code}:${each.lane}:${each.versionId ?? ""}`;
    const known = found.get(key);
    found.set(key, known?.lines && each.lines ? { ...known, lines: [...known.lines, ...each.lines] } : each);
  }
  return [...found.values()];
}

function judgeLine(
  declared: DeclaredLine,
  question: Question,
  memory: Memory,
  champion: ScoringModel | null,
  challengers: readonly ScoringModel[],
) {
  const { stage, regime, tier, facts, card, consigneeDiffers } = question;
  const entry = withAge(declared.entry, memory);
  const { line, ties } = declared;
  const features = champion || challengers.length > 0 ? memory.history.featuresOf(entry) : null;
  const verdict = champion && features ? judge(champion, features) : null;
  const subject = subjectOf({
    entry,
    ties,
    indicators: memory.indicators.of(entry, ties),
    stage,
    regime,
    tier,
    papers: { facts, line, vagueWords: card.vagueWords, consigneeDiffers },
  });
  const input: LineInput = {
    line,
    entry,
    subject,
    features: features ? Array.from(features, (each): number | null => (Number.isNaN(each) ? null : each)) : null,
  };
  return {
    input,
    says: verdict && { line, ...verdict.says },
    irregularities: verdict?.irregularities ?? [],
    shadow: Object.fromEntries(
      features ? challengers.map((each) => [each.version, judge(each, features).says.probability]) : [],
    ),
  };
}
