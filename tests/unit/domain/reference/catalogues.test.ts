import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import faultsEn from "@/contracts/messages/faults.en.json";
import issuesEn from "@/contracts/messages/issues.en.json";
import issuesZh from "@/contracts/messages/issues.zh.json";
import reasonsEn from "@/contracts/messages/reasons.en.json";
import reasonsZh from "@/contracts/messages/reasons.zh.json";
import rejectionsEn from "@/contracts/messages/rejections.en.json";
import rejectionsZh from "@/contracts/messages/rejections.zh.json";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { CONSIGNEE_DIFFERS } from "@/domain/clearance/requirements";
import { leavesOf } from "@/domain/declaration/check";
import { REJECTION_REASONS } from "@/domain/document/document";
import { routingPlan } from "@/domain/inspection/plan";
import { DECISION_REASONS, OUTCOMES } from "@/domain/review/decision";
import { FACTORS } from "@/domain/selectivity/factors";
import { CONSIGNEE_RULE } from "@/domain/selectivity/hard-rules";
import { RULE_IDS } from "@/domain/three-documents/outcome";
import { content, REFERENCE } from "../fixtures";

type Issues = Readonly<Record<string, { readonly message: string; readonly remedy: string }>>;
type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

const parametersIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

const DOMAIN = new URL("../../../../src/domain/", import.meta.url);

const APPLICATION = new URL("../../../../src/application/", import.meta.url);

/** The sources of a layer; those of legal clocks name clocks by codes, which are no issues. */
function sources(of: URL = DOMAIN): readonly string[] {
  return readdirSync(of, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("clearance-time"))
    .map((path) => readFileSync(new URL(path, of), "utf8"));
}

function codesIn(texts: readonly string[], pattern: RegExp): readonly string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}

describe("the words for issues", () => {
  const [english, chinese]: readonly Issues[] = [issuesEn, issuesZh];

  it("are the same codes with the same parameters in both languages, each with a remedy", () => {
    expect(Object.keys(chinese ?? {}).sort()).toEqual(Object.keys(english ?? {}).sort());
    for (const [code, words] of Object.entries(english ?? {})) {
      const other = chinese?.[code];
      expect(words.remedy, code).not.toBe("");
      expect(other?.remedy, code).not.toBe("");
      expect(parametersIn(other?.message ?? ""), code).toEqual(parametersIn(words.message));
    }
  });

  // A code without words would be shown to a broker as it stands in the source.
  it("cover every code that the domain raises, and no other", () => {
    const raised = [
      ...codesIn(sources(), /(?:\b(?:leafIssue|lineIssue|consignmentIssue|issue)\(\s*"|(?<!\w)code: ")([a-z_]+)"/g),
      // What binding lines to an account book finds, and each rule of the match, is an issue of its own.
      ...codesIn(sources(), /kind: "(book_[a-z_]+)"/g),
      ...RULE_IDS.map((rule) => `match_${rule.toLowerCase()}`),
      ...codesIn(sources(APPLICATION), /\bissue\("(order_[a-z_]+)"/g),
    ];
    // What is wrong with a row or a value is a fault; the types hold the domain to the words for those.
    const issues = raised.filter((code) => !(code in faultsEn.fault));
    // This one is a fault of a counted row as well.
    const differs =
      raised.length > 0 ? ["documents_contradict", ...raised.filter((code) => code === "book_quantity_form")] : [];
    expect([...new Set([...issues, ...differs])].sort()).toEqual(Object.keys(issuesEn).sort());
  });
});

describe("the words for refused files", () => {
  it("say of every reason, and of no other, what to do about it in both languages", () => {
    for (const words of [rejectionsEn, rejectionsZh]) {
      expect(Object.keys(words).sort()).toEqual([...REJECTION_REASONS].sort());
      // What is wrong, and behind it what to send instead.
      for (const [reason, text] of Object.entries(words)) expect(text, reason).toMatch(/[.。，；].*[.。]$/);
    }
  });
});

describe("the words for reasons", () => {
  const english: Reasons = reasonsEn;
  const chinese: Reasons = reasonsZh;

  it("are the same codes with the same parameters in both languages", () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const [section, words] of Object.entries(english)) {
      expect(Object.keys(chinese[section] ?? {}).sort(), section).toEqual(Object.keys(words).sort());
      for (const [code, text] of Object.entries(words))
        expect(parametersIn(chinese[section]?.[code] ?? ""), `${section}.${code}`).toEqual(parametersIn(text));
    }
  });

  it.each<[string, readonly string[]]>([
    ["factor", Object.keys(FACTORS)],
    ["control", [...REFERENCE.controlProfiles.map((profile) => profile.code), CONSIGNEE_RULE.code]],
    ["requirement", REFERENCE.requirementRules.map((rule) => rule.code)],
    [
      "requirement_reason",
      [
        ...REFERENCE.requirementRules.flatMap((rule) => [rule.reason, ...rule.waivedIn.map(({ reason }) => reason)]),
        // What the facts make of a rule: a match that is not met, an origin that is suspended.
        ...[CONSIGNEE_DIFFERS, ...codesIn(sources(), /reason: "(consumer_[a-z_]+|origin_suspended)"/g)],
      ],
    ],
    ["decision", Object.values(DECISION_REASONS).flat()],
    ["outcome", OUTCOMES],
    ["tier", CREDIT_TIERS],
    ["field", leavesOf(content()).map(([path]) => path.split(".").at(-1) ?? path)],
  ])("cover every %s", (section, codes) => {
    for (const code of codes) expect(english[section], code).toHaveProperty([code]);
  });

  // A word that nothing fills is shown as its key, or leaves empty brackets.
  it.each(REFERENCE.requirementRules.filter(({ evidence }) => ["reference", "producer_number"].includes(evidence)))(
    "are given by the plan everything that they name: $id",
    (rule) => {
      const { validFrom: day, commodityPrefixes, origins } = rule;
      const regime = rule.regimes.find((each) => !rule.waivedIn.some((waiver) => waiver.regime === each));
      if (!regime) return;
      const line = {
        ...{ number: 1, description: "Goods", commodityCode: commodityPrefixes[0] ?? "0202300000" },
        origin: origins[0] ?? "FR",
      };
      // Which goods a rule singles out, and what is asked on a claim, is no matter of words.
      const requirementRules = [{ ...rule, isOnClaim: false, condition: null, productClass: null, exceptPrefixes: [] }];
      const items = routingPlan({
        ...{ regime, lines: [line], day, requirementRules, checkRules: [], items: [] },
        ...{ bothEnds: [], released: [], verified: [] },
      });
      expect(items).toHaveLength(1);
      for (const { reason, parameters } of items)
        for (const words of [english, chinese])
          for (const name of parametersIn(words.requirement_reason?.[reason] ?? "{reason}"))
            expect(parameters[name] ?? "", `${reason}.${name}`).not.toBe("");
    },
  );
});
