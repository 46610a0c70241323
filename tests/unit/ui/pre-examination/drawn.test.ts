import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import reasonsEn from "@/contracts/messages/reasons.en.json";
import reasonsZh from "@/contracts/messages/reasons.zh.json";
import type { PreExaminationView } from "@/contracts/views/pre-examination";
import { IRREGULARITIES } from "@/domain/history/entry";
import { PARTY_KINDS } from "@/domain/pre-examination/network";
import { REGISTERS, SENTENCES } from "@/domain/pre-examination/sentence";
import en from "@/messages/en.json";
import zh from "@/messages/zh.json";
import { PreExamination } from "@/ui/pre-examination/pre-examination";

const ID = "019a0000-0000-7000-8000-000000000001";
const parameters = {
  ...{ field: "packages", rule: "R", version: "1", facts: "a = 1", code: "X", line: "1", percent: "40", value: "4" },
  ...{ requirement: "health_certificate", paper: "packing_list", declared: "3", transport: "4" },
};
const history = { kind: "history", entryId: ID, reference: "G1", isGenerated: true } as const;
const links = [
  { kind: "field", fieldId: ID, documentId: null, page: 1, box: null },
  { kind: "declared", path: "buyer" },
  history,
  { kind: "rule", ruleId: ID, versionId: ID, version: 2 },
  ...REGISTERS.map((register) => ({ kind: "register" as const, register, key: "k" })),
] satisfies PreExaminationView["missing"][number]["links"];
const codes = [
  ...Object.values(SENTENCES),
  ...["alert", "switch", "chance.random", "chance.exploration", "chance.unselected"],
  ...IRREGULARITIES.map((kind) => `irregularity.${kind}`),
  "factor.packages_mismatch",
];
const examination: PreExaminationView = {
  ...{ id: ID, caseId: ID, madeBy: "worker", at: "2026-11-27T00:00:00.000Z", day: "2026-11-27", lane: "red", score: 3 },
  contradictions: [{ code: SENTENCES.contradiction, parameters, links, statements: [] }],
  reasons: codes.map((code) => ({ code, parameters, links, kind: "demand", points: null, line: 1 })),
  missing: codes.slice(0, 7).map((code) => ({ code, parameters, links })),
  lines: [
    {
      ...{ line: 1, commodityCode: "8518302000" },
      comparables: [
        {
          ...{ reference: "G1", day: "2026-01-01", commodityCode: "8518302000", origin: "DE", unitPrice: 9, netKg: 1 },
          ...{ same: ["subheading", "origin"], outcome: { isIrregular: true, irregularity: "VALUE" } },
          ...{ isGenerated: true, link: history },
        },
      ],
      price: {
        ...{
          basis: "origin",
          subheading: "851830",
          origin: "DE",
          unit: "kg",
          count: 9,
          generated: 9,
          own: 7,
          rank: 0.5,
        },
        ...{
          quantiles: { p5: 1, p25: 2, p50: 3, p75: 4, p95: 5 },
          robustZ: -2.5,
          bins: [{ from: 1, to: 2, count: 9 }],
        },
        links,
      },
    },
  ],
  network: {
    nodes: PARTY_KINDS.map((kind) => ({ id: `${kind}:abcdef123`, kind, isOwn: true, lines: 1, irregular: 1 })),
    edges: [{ from: "importer:abcdef123", to: "address:abcdef123", lines: 1, irregular: 1, links }],
    left: 2,
  },
  suggestions: [],
};

describe("a pre-examination on the screen", () => {
  const catalogues = { en: { ...en, reasons: reasonsEn }, zh: { ...zh, reasons: reasonsZh } };
  it.each(["en", "zh"] as const)("has words in %s for every sentence, register and party that there is", (locale) => {
    const drawn = renderToStaticMarkup(
      createElement(NextIntlClientProvider, {
        ...{ locale, messages: catalogues[locale], timeZone: "Asia/Shanghai" },
        onError: (error) => {
          throw error;
        },
        // biome-ignore lint/correctness/noChildrenProp: the provider's type asks for it, and a .ts file has no JSX
        children: createElement(PreExamination, { examination, documents: [], shown: [], canAct: false }),
      }),
    );
    expect(drawn).toContain(`id="history-${ID}"`);
    expect(drawn).toContain("-2.5");
    expect(drawn).not.toMatch(/preExamination\.|undefined/);
  });
});
