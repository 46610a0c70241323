import { cleanTriple, MATCH_DAY, matchContext, seeded } from "@tests/support/order-triples";
import { HARD } from "@tests/support/planted-mismatches";
import { SOFT } from "@tests/support/planted-warnings";
import type { Planted } from "@tests/support/planting";
import { describe, expect, it } from "vitest";
import { simplify } from "@/adapters/chinese/simplify";
import type { MatchContext } from "@/domain/three-documents/context";
import type { Triple } from "@/domain/three-documents/documents";
import { matchLaw } from "@/domain/three-documents/law";
import { blockingResults, matchPoints, matchTriple } from "@/domain/three-documents/match";
import { isBlocking, RULE_IDS, type RuleResult } from "@/domain/three-documents/outcome";
import { REFERENCE } from "../fixtures";

const context = matchContext(REFERENCE, simplify);

/** The 200 triples: half of them agree in everything, half have one hard mismatch planted. */
function seededSet(): readonly { triple: Triple; context: MatchContext; planted: Planted | null }[] {
  const random = seeded(20_261_127);
  return Array.from({ length: 200 }, (_, number) => {
    const clean = cleanTriple(random, number + 1);
    const planted = number % 2 === 0 ? null : (HARD[Math.floor(number / 2) % HARD.length] ?? null);
    return {
      planted,
      triple: planted?.triple?.(clean) ?? clean,
      context: planted?.context?.(context, clean) ?? context,
    };
  });
}

function resultOf(results: readonly RuleResult[], planted: Planted): RuleResult | undefined {
  return results.find((each) => each.rule === planted.rule);
}

describe("the seeded set of 200 triples", () => {
  const set = seededSet();

  it("has a hit for every planted mismatch of a hard rule, which then stands against the declaration", () => {
    const missed = set.filter(
      ({ planted, triple, context: given }) =>
        planted && !blockingResults(matchTriple(triple, given)).some((each) => each.rule === planted.rule),
    );
    expect(missed.map(({ planted }) => planted?.name)).toEqual([]);
  });

  it("has no hit on any triple of which everything agrees", () => {
    const hits = set
      .filter(({ planted }) => planted === null)
      .flatMap(({ triple, context: given }) => matchTriple(triple, given).filter((each) => each.outcome !== "met"));
    expect(hits).toEqual([]);
  });

  it("covers every way in which a hard rule can be broken", () => {
    expect(new Set(set.flatMap(({ planted }) => planted?.name ?? []))).toEqual(new Set(HARD.map((each) => each.name)));
  });
});

describe("a rule", () => {
  it.each([...HARD, ...SOFT])("$rule finds $name, with the values and where they stand", (planted) => {
    const clean = cleanTriple(seeded(7), 7);
    const results = matchTriple(planted.triple?.(clean) ?? clean, planted.context?.(context, clean) ?? context);
    const result = resultOf(results, planted);
    const found = result?.findings.find((each) => each.reason === planted.reason);
    expect(found?.values.map((value) => value.source)).toEqual(planted.sources);
    expect(found?.outcome).toBe(planted.outcome ?? "mismatch");
    expect(result?.outcome).not.toBe("met");
  });

  it.each(SOFT)("$rule never stands against the declaration for $name", (planted) => {
    const clean = cleanTriple(seeded(7), 7);
    const results = matchTriple(planted.triple?.(clean) ?? clean, planted.context?.(context, clean) ?? context);
    expect(results.filter(isBlocking)).toEqual([]);
  });

  it.each(RULE_IDS)("%s says nothing against records that agree, and names what it compared", (rule) => {
    const result = matchTriple(cleanTriple(seeded(3), 3), context).find((each) => each.rule === rule);
    expect(result?.outcome).toBe("met");
    expect(result?.compared.length).toBeGreaterThan(0);
  });
});

describe("what the law lets pass", () => {
  const clean = cleanTriple(seeded(5), 5);

  it("takes a payer of another name when the buyer's identity was authenticated with evidence", () => {
    const payer = { ...clean.payment.payer, name: "欧阳无名" };
    const order = { ...clean.order, identityCheck: "passed" as const, identityEvidence: "VER-1" };
    const results = matchTriple({ ...clean, order, payment: { ...clean.payment, payer } }, context);
    expect(results.find((each) => each.rule === "M08")?.outcome).toBe("met");
  });

  it("takes one article over the limit of an order, and a piece at the limit to the fen", () => {
    const line = { ...clean.order.lines[0], quantity: "1", unitPrice: "5990.00", total: "5990.00" };
    const lines = [line] as Triple["order"]["lines"];
    const dear = {
      ...clean,
      order: { ...clean.order, goodsValue: "5990.00", lines },
      inventory: { ...clean.inventory, lines },
    };
    expect(matchTriple(dear, context).find((each) => each.rule === "M17")?.outcome).toBe("met");
    const limit = { ...clean, order: { ...clean.order, goodsValue: "4990.00" } };
    expect(matchTriple(limit, context).find((each) => each.rule === "M17")?.outcome).toBe("met");
  });

  it("takes a recipient who is written in traditional characters, in full width or with the code of the country", () => {
    const recipient = {
      name: "張 國榮",
      phone: "＋86 199-0000-0005",
      address: "上海市 浦東新區 張楊路１８８號２幢１０５室",
    };
    const written = { name: "张国荣", phone: "19900000005", address: "上海市浦东新区张杨路188号2幢105室" };
    const triple = {
      ...clean,
      order: { ...clean.order, recipient: written },
      waybill: { ...clean.waybill, recipient },
    };
    expect(matchTriple(triple, context).find((each) => each.rule === "M10")?.outcome).toBe("met");
  });

  it("takes a parcel number again after six months", () => {
    const waybillUses = [{ platform: "P1", orderNumber: "OLD-1", day: "2026-05-24" }];
    expect(matchTriple(clean, { ...context, waybillUses }).find((each) => each.rule === "M11")?.outcome).toBe("met");
  });

  it("takes a line total one fen beside price times quantity", () => {
    const lines = clean.order.lines.map((line, index) =>
      index === 0 ? { ...line, unitPrice: (Number(line.total) / Number(line.quantity) + 0.005).toFixed(3) } : line,
    );
    const triple = { ...clean, order: { ...clean.order, lines }, inventory: { ...clean.inventory, lines } };
    expect(matchTriple(triple, context).find((each) => each.rule === "M05")?.outcome).toBe("met");
  });

  it("adds the points of every indicator, and none where there is none", () => {
    expect(matchPoints(matchTriple(clean, context))).toBe(0);
    const sharedBy = { phone: 4, address: 9, device: 1, payer: 1 };
    expect(matchPoints(matchTriple(clean, { ...context, sharedBy }))).toBe(30);
  });

  it("matches nothing on a day for which a constant has no row, and names it", () => {
    expect(matchLaw(REFERENCE, "2010-01-01")).toMatchObject({
      ok: false,
      error: expect.arrayContaining(["cbec_single_limit_cny"]),
    });
    expect(matchLaw(REFERENCE, MATCH_DAY).ok).toBe(true);
  });
});
