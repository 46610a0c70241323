import type { DeclarationContent } from "../declaration/declaration";
import { type Fact, isSettled } from "../declaration/facts";
import type { Irregularity } from "../history/entry";
import type { Contribution } from "../selectivity/factors";
import type { LaneInputs } from "../selectivity/lane-inputs";
import { type CaseLine, linkOfLine } from "./past-line";
import {
  declaredAt,
  type FactLink,
  type FactLinks,
  linkOfDeclared,
  linkOfFact,
  linksOr,
  register,
  SENTENCES,
  type Sentence,
} from "./sentence";

/** A hit of a rule of risk that decided, with the facts that made it. */
export interface DecidingHit {
  readonly code: string;
  readonly ruleId: string;
  readonly versionId: string;
  readonly version: number;
  readonly entryId: string | null;
  readonly facts: readonly { readonly field: string; readonly value: unknown; readonly comparison: string }[];
}

/** What the reasons are made from: the assessment, and what it rested on. */
export interface Assessed {
  readonly content: DeclarationContent;
  readonly declarationId: string;
  readonly facts: readonly Fact[];
  readonly lines: readonly CaseLine[];
  readonly inputs: LaneInputs | null;
  readonly scorecardVersion: string;
  readonly modelVersion: string | null;
  readonly policyVersion: number | null;
  readonly laneCause: string;
  readonly hardRules: readonly string[];
  readonly contributions: readonly Contribution[];
  readonly hits: readonly DecidingHit[];
  /** Of each line, the likely kinds with their shares, should something be wrong with it. */
  readonly kinds: readonly { readonly line: number; readonly irregularity: Irregularity; readonly share: number }[];
}

/** Why a case is here: one sentence with its weight. */
export interface Reason extends Sentence {
  readonly kind: "demand" | "chance" | "contribution" | "irregularity";
  /** Points of the score; null for what adds none. */
  readonly points: number | null;
  /** The line that it is about; null for the whole. */
  readonly line: number | null;
}

/** Every reason, the weightiest first: what asked for the lane, chance, the points of the score, and what is likely wrong. */
export function rankedReasons(assessed: Assessed): readonly Reason[] {
  return [
    ...controls(assessed),
    ...hits(assessed),
    ...otherDemands(assessed),
    ...chance(assessed),
    ...assessed.contributions.toSorted((a, b) => b.points - a.points).map((each) => ofContribution(each, assessed)),
    ...irregularities(assessed),
  ];
}

function controls({ hardRules, content, lines }: Assessed): readonly Reason[] {
  return [...new Set(hardRules)].map((code) => ({
    kind: "demand",
    code: `control.${code}`,
    parameters: {},
    points: null,
    line: lines.length === 1 ? (lines[0]?.line ?? null) : null,
    links: [
      register("control", code),
      ...content.lines.map((line) => linkOfDeclared(`lines.${line.number}.commodityCode`, line.commodityCode)),
    ],
  }));
}

function hits({ hits: found, lines }: Assessed): readonly Reason[] {
  return found.map(({ code, ruleId, versionId, version, entryId, facts }) => {
    const line = lines.find(({ entry }) => entry.id === entryId) ?? null;
    return {
      kind: "demand",
      code: SENTENCES.ruleHit,
      parameters: {
        rule: code,
        version: String(version),
        facts: facts.map(({ field, comparison, value }) => `${field} ${comparison} (${String(value)})`).join("; "),
      },
      points: null,
      line: line?.line ?? null,
      links: [{ kind: "rule", ruleId, versionId, version }, ...(line ? [linkOfLine(line)] : [])],
    };
  });
}

/** Alerts, switches and rules that could not be evaluated, which no logged hit stands for. */
function otherDemands({ inputs, hits: found }: Assessed): readonly Reason[] {
  return (inputs?.demands ?? []).flatMap(({ source, code }): readonly Reason[] => {
    if (source === "hard_rule" || source === "earlier" || (source === "rule" && found.some((hit) => hit.code === code)))
      return [];
    return [
      {
        kind: "demand",
        code: source === "rule" ? SENTENCES.ruleFault : source,
        parameters: { code },
        points: null,
        line: null,
        links: [register(source, code)],
      },
    ];
  });
}

function chance({ laneCause, policyVersion, scorecardVersion }: Assessed): readonly Reason[] {
  const cause = laneCause.replace(/^earlier:/, "");
  if (!["random", "exploration", "unselected"].includes(cause)) return [];
  const link =
    policyVersion === null ? register("scorecard", scorecardVersion) : register("policy", String(policyVersion));
  return [{ kind: "chance", code: `chance.${cause}`, parameters: {}, points: null, line: null, links: [link] }];
}

function ofContribution(contribution: Contribution, assessed: Assessed): Reason {
  const { factor, points, parameters } = contribution;
  return {
    kind: "contribution",
    code: `factor.${factor}`,
    parameters,
    points,
    line: lineOf(contribution),
    links: evidenceOf(contribution, assessed),
  };
}

function lineOf({ evidence, parameters }: Contribution): number | null {
  const number = parameters.line ?? /^lines\.(\d+)\./.exec(evidence)?.[1];
  return number === undefined ? null : Number(number);
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  grossWeightKg: ["gross_weight_kg"],
  packages: ["packages"],
  consignee: ["consignee", "buyer"],
};

/** The facts that a contribution rests on. There is always one: the row of the scorecard that gives the points, at the least. */
export function evidenceOf(contribution: Contribution, assessed: Omit<Assessed, "hits" | "kinds">): FactLinks {
  const { content, scorecardVersion } = assessed;
  const { evidence, factor } = contribution;
  const card = register("scorecard", scorecardVersion);
  if (evidence.startsWith("history.")) return ofHistory(contribution, assessed);
  if (factor === "credit") return [register("authorisation", evidence), card];
  if (evidence === "customsValue") return [register("tax", assessed.declarationId), card];
  if (evidence === "reviews") return [register("reviews", assessed.declarationId), card];
  if (evidence === "documents") return linksOr(handled(factor, assessed.facts), register("papers", "all"));
  if (evidence === "lines.origin") {
    const from = content.lines.filter((line) => line.origin.value === contribution.parameters.origin);
    return linksOr(
      from.map((line) => linkOfDeclared(`lines.${line.number}.origin`, line.origin)),
      card,
    );
  }
  const stated = assessed.facts
    .filter(
      ({ name, line, status }) => line === null && status !== "rejected" && (NAMES[evidence] ?? []).includes(name),
    )
    .map(linkOfFact);
  const declared = declaredAt(content, evidence);
  return linksOr(stated.length > 0 || !declared ? stated : [linkOfDeclared(evidence, declared)], card);
}

function ofHistory(
  { parameters }: Contribution,
  { lines, modelVersion }: Pick<Assessed, "lines" | "modelVersion">,
): FactLinks {
  const line = lines.find((each) => String(each.line) === parameters.line);
  return [register("model", modelVersion ?? ""), ...(line ? [linkOfLine(line)] : [])];
}

/** The values that a person corrected, or confirmed although they could hardly be read. */
function handled(factor: string, facts: readonly Fact[]): readonly FactLink[] {
  const isMeant = (fact: Fact) =>
    factor === "corrected_values" ? fact.status === "corrected" : isSettled(fact) && fact.confidence < 1;
  return facts.filter((fact) => isMeant(fact) && fact.documentId !== null).map(linkOfFact);
}

function irregularities({ kinds, lines, modelVersion }: Assessed): readonly Reason[] {
  return kinds.map(({ line, irregularity, share }) => {
    const known = lines.find((each) => each.line === line);
    return {
      kind: "irregularity",
      code: `irregularity.${irregularity}`,
      parameters: { line: String(line), percent: String(Math.round(100 * share)) },
      points: null,
      line,
      links: [register("model", modelVersion ?? ""), ...(known ? [linkOfLine(known)] : [])],
    };
  });
}
