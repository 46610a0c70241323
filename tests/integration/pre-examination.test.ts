import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { learn } from "@/adapters/learning/learn";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { listRemedies } from "@/application/list-remedies";
import { promoteModel, requestModel } from "@/application/maintain-models";
import { giveSuggestionFeedback } from "@/application/pre-examination-feedback";
import { ensurePreExamined } from "@/application/pre-examine-case";
import { securePayment } from "@/application/secure-tax";
import { seedHistory } from "@/application/seed-history";
import { trainRiskModel } from "@/application/train-risk-model";
import { type FactLinkView, type PreExaminationView, preExaminationView } from "@/contracts/views/pre-examination";
import { remediesView } from "@/contracts/views/remedy";
import { addDays } from "@/domain/shared/local-date";
import { ok } from "@/domain/shared/result";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const SAMPLES = ["yellow-parts", "red-watches", "green-toys"];
const DAYS = 200;

let house: House;
const cases: { readonly caseId: string; readonly clearanceId: string; readonly shipmentId: string }[] = [];

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await setRandomShare(house.sql, 1);
  const from = addDays(house.world.today(), -DAYS);
  must(await seedHistory(house, system(house.authority), { seed: 7, from, days: DAYS, perDay: 14, traders: 60 }));
  const { id } = must(await requestModel(house, house.admin, { kind: "boosted", days: DAYS, seed: 1 }));
  const { rows } = await house.sql.query("select id from outbox_message where name = 'risk.train'");
  const trainer = { train: async (set: Parameters<typeof learn>[0]) => learn(set) };
  must(await trainRiskModel({ ...house, trainer }, system(house.authority), rows[0].id, id));
  must(await promoteModel(house, house.secondAdmin, id));
  for (const sample of SAMPLES) {
    const shipmentId = await prepare(house, sample);
    must(await lodge(house, shipmentId, `key-of-${sample}`));
    await work(house);
    const found = await house.sql.query("select id, clearance_id from review_case where shipment_id = $1", [
      shipmentId,
    ]);
    for (const row of found.rows) cases.push({ caseId: row.id, clearanceId: row.clearance_id, shipmentId });
  }
}, 240_000);
afterAll(() => house.close());

const examined = async (caseId: string, actor = house.officer) =>
  must(await house.queries.getPreExamination(actor, caseId));

/** The facts of every sentence, edge, price and comparable line. */
function everyLinks(found: PreExaminationView): readonly (readonly FactLinkView[])[] {
  return [
    ...found.contradictions,
    ...found.reasons,
    ...found.missing,
    ...found.suggestions,
    ...found.network.edges,
    ...found.lines.flatMap(({ price, comparables }) => [
      ...(price ? [price] : []),
      ...comparables.map(({ link }) => ({ links: [link] })),
    ]),
  ].map(({ links }) => links);
}

describe("a pre-examination", () => {
  it("is there before any officer opens a yellow or red case, made by the worker, once", async () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
    const { rows } = await house.sql.query(
      `select r.id, count(p.id)::int as made, min(p.made_by) as by from review_case r
       left join pre_examination p on p.case_id = r.id and p.declaration_id = r.declaration_id group by r.id`,
    );
    expect(rows.map(({ made, by }) => [made, by])).toEqual(rows.map(() => [1, "worker"]));
  });

  it("has a fact behind every sentence, and each of those facts is there for the officer", async () => {
    let walked = 0;
    for (const { caseId, shipmentId } of cases) {
      const found = preExaminationView.parse(await examined(caseId));
      const shipment = await house.queries.getShipment(house.officer, shipmentId);
      const fields = new Set(shipment?.documentList.flatMap((document) => document.fields.map(({ id }) => id)));
      const all = everyLinks(found);
      expect(all.every((links) => links.length > 0)).toBe(true);
      const links = all.flat();
      walked += links.length;
      expect(links.filter((link) => link.kind === "field" && !fields.has(link.fieldId))).toEqual([]);
      expect(links.filter((link) => link.kind === "register" && link.key === "")).toEqual([]);
      const entries = [...new Set(links.flatMap((link) => (link.kind === "history" ? [link.entryId] : [])))];
      const { rows } = await house.sql.query("select id from history_entry where id = any($1)", [entries]);
      expect(rows.length).toBe(entries.length);
    }
    expect(walked).toBeGreaterThan(60);
  });

  it("ranks reasons whose points add up to the score, and names what is likely wrong by the model", async () => {
    for (const { caseId } of cases) {
      const found = await examined(caseId);
      const sum = (found?.reasons ?? []).reduce((all, { points }) => all + (points ?? 0), 0);
      expect(sum).toBe(found?.score);
      expect(found?.reasons.some(({ kind }) => kind === "irregularity")).toBe(true);
    }
  });

  it("compares with past lines of the same heading and says which are generated", async () => {
    const all = await Promise.all(cases.map(({ caseId }) => examined(caseId)));
    const lines = all.flatMap((each) => each?.lines ?? []);
    const compared = lines.flatMap(({ commodityCode, comparables }) =>
      comparables.map((each) => ({ ...each, of: commodityCode.slice(0, 4) })),
    );
    expect(lines.every(({ comparables }) => comparables.length <= 8)).toBe(true);
    expect(compared.every((each) => each.commodityCode.startsWith(each.of))).toBe(true);
    expect(compared.filter(({ isGenerated }) => isGenerated).length).toBeGreaterThan(0);
  });

  it("is made on the spot when the officer is faster than the worker, and is then the one that stays", async () => {
    const [first] = cases;
    await house.sql.query("alter table pre_examination disable trigger append_only");
    await house.sql.query("delete from pre_examination where case_id = $1", [first?.caseId]);
    await house.sql.query("alter table pre_examination enable trigger append_only");
    must(await ensurePreExamined(house, house.officer, first?.caseId ?? ""));
    const { id, madeBy } = (await examined(first?.caseId ?? "")) ?? {};
    expect(madeBy).toBe("officer");
    must(await ensurePreExamined(house, house.secondOfficer, first?.caseId ?? ""));
    expect((await examined(first?.caseId ?? ""))?.id).toBe(id);
  });

  it("is read by no broker, by no officer of the broker's own house, and not past the use case", async () => {
    const [first] = cases;
    for (const actor of [house.broker, house.houseOfficer]) {
      expect(await house.queries.getPreExamination(actor, first?.caseId ?? "")).toMatchObject({
        error: { kind: "forbidden" },
      });
      expect(await ensurePreExamined(house, actor, first?.caseId ?? "")).toMatchObject({
        error: { kind: "forbidden" },
      });
    }
    const seen = await house.inTransaction(house.broker, async (tx) => {
      const reviewCase = await tx.reviews.get(first?.caseId ?? "");
      return ok({
        own: reviewCase !== null,
        made: await tx.preExaminations.ofCase(first?.caseId ?? "", reviewCase?.declarationId ?? ""),
        alike: await tx.preExaminations.alike(["8518", "9503"], "2999-01-01"),
        feedback: await tx.preExaminations.feedback(new Date(0), new Date("2999-01-01")),
      });
    });
    expect(must(seen)).toEqual({ own: true, made: null, alike: [], feedback: [] });
  });

  it("lies sealed: no value of a paper is in the table in clear", async () => {
    const { rows } = await house.sql.query("select encode(body, 'escape') as body from pre_examination");
    for (const { body } of rows) expect(body).not.toMatch(/"schema"|commodityCode|reasons/);
  });
});

describe("a suggestion", () => {
  it("is accepted, changed, or rejected with a reason, and all of it stays readable as labels", async () => {
    const made = await Promise.all(cases.map(async ({ caseId }) => ({ caseId, found: await examined(caseId) })));
    const one = made.find(({ found }) => (found?.suggestions.length ?? 0) > 1);
    const [first, second] = one?.found?.suggestions ?? [];
    const given = { caseId: one?.caseId ?? "", suggestion: first?.id ?? "", edited: null, reason: null };
    must(await giveSuggestionFeedback(house, house.officer, { ...given, verdict: "accepted" }));
    must(
      await giveSuggestionFeedback(house, house.officer, {
        ...{ ...given, suggestion: second?.id ?? "" },
        ...{ verdict: "rejected", reason: "The contract of Wang Wei is here" },
      }),
    );
    must(await giveSuggestionFeedback(house, house.officer, { ...given, verdict: "edited", edited: "Which make?" }));
    const lacking = await giveSuggestionFeedback(house, house.officer, { ...given, verdict: "rejected" });
    expect(lacking).toMatchObject({ error: { kind: "invalid_input", pointer: "/reason" } });
    const none = await giveSuggestionFeedback(house, house.officer, {
      ...{ ...given, suggestion: "question:none" },
      verdict: "accepted",
    });
    expect(none).toMatchObject({ error: { kind: "not_found" } });
    const labels = must(
      await house.inTransaction(house.officer, async (tx) =>
        ok(await tx.preExaminations.feedback(new Date(0), new Date("2999-01-01"))),
      ),
    );
    expect(labels.map(({ verdict, edited, reason }) => [verdict, edited, reason])).toEqual([
      ["accepted", null, null],
      ["rejected", null, "The contract of Wang Wei is here"],
      ["edited", "Which make?", null],
    ]);
    const again = await examined(one?.caseId ?? "");
    expect(again?.suggestions.find(({ id }) => id === first?.id)?.feedback).toMatchObject({ verdict: "edited" });
    const { rows } = await house.sql.query("select t::text as row from suggestion_feedback t");
    expect(rows.some(({ row }) => row.includes("Wang Wei"))).toBe(false);
  });

  it("speaks both languages", async () => {
    for (const { caseId } of cases)
      for (const { text } of (await examined(caseId))?.suggestions ?? []) {
        expect(text.en).toMatch(/^[A-Z].*\.$/);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
      }
  });
});

describe("what would release a clearance", () => {
  it("is told to nobody's broker where chance holds the goods; the officer sees that chance alone does", async () => {
    const toys = cases.at(-1);
    const own = remediesView.parse(must(await listRemedies(house, house.broker, toys?.clearanceId ?? "")));
    expect(own).toEqual({
      ...{ status: "officer", stage: "bonded_exit", sets: [] },
      ...{ counterfactuals: null, isHiddenFromBroker: null },
    });
    const full = remediesView.parse(must(await listRemedies(house, house.officer, toys?.clearanceId ?? "")));
    expect(full.isHiddenFromBroker).toBe(true);
    expect(full.counterfactuals?.map(({ without }) => without)).toContain("random");
  });

  it("names the tax, then the papers of gate two, and once just that is done nothing is left for the broker to do", async () => {
    await setRandomShare(house.sql, 0);
    const shipmentId = await prepare(house, "wine");
    must(await lodge(house, shipmentId, "key-of-the-wine", "payment"));
    await work(house);
    const { gates = [], tax } = (await house.queries.getShipment(house.broker, shipmentId)) ?? {};
    const remediesOf = async (gate: number) => must(await listRemedies(house, house.broker, gates[gate]?.id ?? ""));
    const exit = await remediesOf(0);
    expect(exit.sets.map(({ steps }) => steps.map(({ kind }) => kind))).toEqual([["secure_tax"]]);
    // The lane is what the model of the seeded year makes of it; paying does not change it.
    expect(exit.sets[0]?.promised).toEqual({ lane: gates[0]?.lane, blockers: [] });
    expect(["green", "blue"]).toContain(gates[0]?.lane);
    expect((await remediesOf(1)).status).toBe("waits");
    must(await securePayment(house, house.broker, { shipmentId, amount: tax?.total ?? "", reference: "R-1" }));
    await work(house);
    const [set] = (await remediesOf(1)).sets;
    expect(set?.steps.length).toBeGreaterThan(0);
    expect(set?.promised).toBeNull();
    const asked = (await house.queries.getShipment(house.broker, shipmentId))?.requirements ?? [];
    for (const { requirement } of set?.steps ?? []) {
      const { id = "" } =
        asked.find(({ code, stage }) => code === requirement && stage === "domestic_distribution") ?? {};
      const reference = requirement === "producer_registration" ? "CFRA18042026010001" : "2026-000123";
      must(
        await evidenceRequirement(house, house.broker, {
          requirementId: id,
          reference,
          documentId: null,
        }),
      );
    }
    await work(house);
    expect((await remediesOf(0)).status).toBe("free");
    const after = await remediesOf(1);
    expect(["free", "officer"]).toContain(after.status);
    expect(after.sets).toEqual([]);
  });
});
