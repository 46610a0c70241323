import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newApiKey } from "@/adapters/better-auth/sign-in";
import { createApi } from "@/api/app";
import type { Actor } from "@/application/actor";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { createApiKey } from "@/application/maintain-api-keys";
import { readInsight } from "@/application/read-insight";
import { seedHistory } from "@/application/seed-history";
import { MEASURES, windowUpTo } from "@/domain/insight/insight";
import { TIME_OWNERS } from "@/domain/insight/release-time";
import { addDays } from "@/domain/shared/local-date";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const DAYS = 120;
const PER_DAY = 10;

let house: House;
let services: ReturnType<typeof createServices>;
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  services = createServices({ ...env(), DATABASE_URL: house.url, TWOGATE_DATA: house.folder });
  api = createApi(services);
  const from = addDays(house.world.today(), -DAYS);
  const order = { seed: 7, from, days: DAYS, perDay: PER_DAY, traders: 40 };
  must(await seedHistory(house, system(house.authority), order));
}, 60_000);
afterAll(async () => {
  await services.close();
  await house.close();
});

const windowOf = (days: number) => windowUpTo(house.world.today(), days);
const asOfficer = async (days: number, withGenerated?: boolean) =>
  must(await readInsight(house, house.officer, { ...windowOf(days), withGenerated }));

/** Asks the API as a machine of the organisation. */
async function ask(actor: Actor, path: string, role: "officer" | "broker"): Promise<Response> {
  const key = must(await createApiKey({ ...house, newSecret: newApiKey }, actor, "Machine", [role]));
  return api.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${key.secret}` } });
}

describe("the measures of an authority", () => {
  it("show a generated year alone, labelled, with figures in every part that it can speak of", async () => {
    const insight = await asOfficer(365);
    expect(insight.lines).toBeGreaterThan(DAYS * PER_DAY * 0.7);
    expect(insight.generated).toEqual({ lines: insight.lines, of: insight.lines, isIncluded: true });
    expect(insight.releaseRate.unit).toBe("week");
    expect(insight.releaseRate.total.share).toBeGreaterThan(0.5);
    const slices = insight.hitRate.filter(({ by }) => by === "slice");
    expect(slices.map(({ group }) => group)).toEqual(["rule", "random", "not_held"]);
    const [rule, random] = slices;
    expect(rule?.share).toBeGreaterThan(random?.share ?? 1);
    expect(insight.fairness.filter(({ by }) => by === "size")).toHaveLength(4);
    expect(insight.certified[0]?.regular.numerator).toBeGreaterThan(0);
    // Nothing of it was scored or released, and nothing says so as if it were nought.
    expect(insight.atShare).toMatchObject({ by: null, rows: [], trial: null });
    expect(insight.releaseTime.every(({ p50 }) => p50 === null)).toBe(true);
  });

  it("count a week within the window, and nothing outside of it", async () => {
    const { from, before } = windowOf(7);
    const { rows } = await house.sql.query(
      "select count(*)::int as count from history_entry where day >= $1 and day < $2",
      [from, before],
    );
    const insight = await asOfficer(7);
    expect(insight.lines).toBe(rows[0].count);
    expect(insight.releaseRate.parts).toHaveLength(7);
  });

  it("leave the generated year out as soon as there is a true line, unless it is asked for", async () => {
    await setRandomShare(house.sql, 0);
    const green = await prepare(house, "green-earphones");
    must(await lodge(house, green, "key-green"));
    const yellow = await prepare(house, "yellow-parts");
    must(await lodge(house, yellow, "key-yellow"));
    await work(house);
    const alone = await asOfficer(28);
    expect(alone.generated.isIncluded).toBe(false);
    expect(alone.generated.lines).toBeGreaterThan(0);
    expect(alone.lines).toBe(alone.generated.of - alone.generated.lines);
    expect(alone.releaseRate.total.numerator).toBeGreaterThanOrEqual(1);
    expect((await asOfficer(28, true)).lines).toBe(alone.generated.of);
  });

  it("divide the time of true releases among their owners without rest", async () => {
    const { rows } = await house.sql.query(
      "select id from review_case where state = 'open' and stage = 'bonded_exit' limit 1",
    );
    await house.sql.query("update review_case set opened_at = opened_at - interval '1 second' where id = $1", [
      rows[0].id,
    ]);
    must(await claimReview(house, house.officer, rows[0].id));
    await new Promise((wake) => setTimeout(wake, 1_100));
    const ruling = { caseId: rows[0].id, outcome: "pass" as const, reasons: ["documents_consistent"], note: null };
    must(await decideReview(house, house.officer, ruling));
    await work(house);
    const { releaseTime } = await asOfficer(7);
    const all = releaseTime.find(({ lane }) => lane === "all");
    const { rows: orders } = await house.sql.query("select count(*)::int as count from release_order");
    expect(all?.released).toBe(orders[0].count);
    expect(TIME_OWNERS.reduce((sum, owner) => sum + (all?.owners[owner] ?? 0), 0)).toBe(all?.total);
    expect(releaseTime.filter(({ owners }) => owners.officer > 0).length).toBeGreaterThan(0);
  });

  it("are refused to who lodges, and say nothing of this authority to another", async () => {
    for (const actor of [house.broker, house.houseOfficer])
      expect(await readInsight(house, actor, windowOf(365))).toMatchObject({
        ok: false,
        error: { kind: "forbidden", permission: "see_risk" },
      });
    const stranger: Actor = {
      ...{ kind: "person", id: v7(), name: "stranger", organisationId: v7() },
      ...{ organisationKind: "authority", roles: ["admin"] },
    };
    const seen = must(await readInsight(house, stranger, windowOf(365)));
    expect(seen).toMatchObject({ lines: 0, declarations: 0, generated: { of: 0 } });
    expect(seen.releaseTime.every(({ released }) => released === 0)).toBe(true);
    // The store is shut as well, not only the use case.
    const lines = await house.inTransaction(house.broker, async (tx) => {
      const { from, before } = windowOf(365);
      return { ok: true, value: await tx.insight.lines({ from, before }) };
    });
    expect(must(lines)).toEqual([]);
  });
});

describe("the API of the measures", () => {
  it("answers with the figures and, in the language that is asked for, what they mean", async () => {
    const response = await ask(house.admin, "/insight?days=90&generated=include", "officer");
    expect(response.status).toBe(200);
    const body = (await response.json()) as { lines: number; measures: { id: string; definition: string }[] };
    expect(body.lines).toBe((await asOfficer(90, true)).lines);
    expect(body.measures.map(({ id }) => id)).toEqual([...MEASURES]);
    expect(body.measures.every(({ definition }) => definition.length > 20)).toBe(true);
  });

  it.each(MEASURES)("gives %s as CSV with a heading", async (measure) => {
    const response = await ask(
      house.admin,
      `/insight/${measure}.csv${measure === "drift" ? "" : "?days=365&generated=include"}`,
      "officer",
    );
    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(response.headers.get("content-disposition")).toContain(measure);
    const [heading, ...rows] = (await response.text()).trim().split("\r\n");
    expect(heading).toMatch(/^\w+(,\w+)+$/);
    const isEmpty = measure === "drift";
    expect(rows.length > 0).toBe(!isEmpty);
    for (const row of rows) expect(row.split(",")).toHaveLength(heading?.split(",").length ?? 0);
  });

  it("refuses a window that is none, and who lodges", async () => {
    expect((await ask(house.admin, "/insight?days=13", "officer")).status).toBe(422);
    expect((await ask(house.admin, "/insight?until=yesterday", "officer")).status).toBe(422);
    expect((await ask(house.broker, "/insight", "broker")).status).toBe(403);
    for (const measure of ["fairness", "drift"])
      expect((await ask(house.broker, `/insight/${measure}.csv`, "broker")).status).toBe(403);
  });
});
