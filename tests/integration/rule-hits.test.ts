import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backtestRule } from "@/application/backtest-rule";
import { checkRule } from "@/application/check-rule";
import { replayLane } from "@/application/replay-lane";
import { approveRule, shadowRule } from "@/application/settle-rule";
import { selects } from "@/domain/risk-rules/rule";
import { draw } from "@/domain/selectivity/random";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { ruleOf } from "../support/rule-acts";
import { addHistory, lineOfHistory } from "../support/rule-history";

const SAMPLED = { rate: 40, maxUnselected: 1 };
const CODE = "T-SAMPLED";

let house: House;
let ruleId: string;
const shipments: string[] = [];

/** A rule in force that selects a share of its hits, and three shipments that it hits, one after the other. */
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await addHistory(
    house,
    Array.from({ length: 10 }, (_, index) =>
      lineOfHistory(house, { commodityCode: index === 0 ? "9503004900" : "2204210000" }),
    ),
  );
  ruleId = await ruleOf(house, CODE, {
    ...SAMPLED,
    expression: 'commodityCode under ("9503", "8518", "8471")',
    cases: [
      { name: "toys", subject: { commodityCode: "9503004900" }, hits: true },
      { name: "wine", subject: { commodityCode: "2204210000" }, hits: false },
    ],
  });
  const name = { ruleId, number: 1 };
  must(await checkRule(house, house.admin, name));
  must(await backtestRule(house, house.admin, name, {}));
  must(await shadowRule(house, house.admin, name));
  const from = house.world.today();
  must(await approveRule(house, house.secondAdmin, name, { from, acknowledgesNoHits: false }));
  for (const sample of ["green-toys", "green-earphones", "green-keyboards"]) {
    const id = await prepare(house, sample);
    must(await lodge(house, id, `key-${sample}`));
    await work(house);
    shipments.push(id);
  }
}, 120_000);
afterAll(() => house.close());

interface Hit {
  readonly id: string;
  readonly clearance_id: string;
  readonly entry_id: string;
  readonly is_selected: boolean;
  readonly seed: string | null;
  readonly cause: string;
}
/** The hits at the first gate in their order, with the seed that was logged for the draw of the rule. */
const hits = async () =>
  (
    await house.sql.query<Hit>(
      `select h.id, h.clearance_id, h.entry_id, h.is_selected, a.lane_cause as cause,
         (select d ->> 'seed' from jsonb_array_elements(a.draws) d where d ->> 'purpose' = 'rule:' || $2) as seed
       from rule_hit h join risk_assessment a on a.clearance_id = h.clearance_id
       join clearance c on c.id = h.clearance_id and c.stage = 'bonded_exit'
       where h.rule_id = $1 order by h.at, h.id`,
      [ruleId, CODE],
    )
  ).rows;

describe("a rule that selects a share of its hits", () => {
  it("makes the same decision again from the seed that was logged and the hits in a row before", async () => {
    const logged = await house.sql.query<{ clearance_id: string; is_selected: boolean }>(
      "select clearance_id, is_selected from rule_hit where rule_id = $1 order by at, id",
      [ruleId],
    );
    const made = await hits();
    expect(new Set(made.map((hit) => hit.clearance_id)).size).toBe(3);
    for (const hit of made) {
      const before = logged.rows.slice(
        0,
        logged.rows.findIndex((each) => each.clearance_id === hit.clearance_id),
      );
      const inARow = before.length - 1 - before.findLastIndex((each) => each.is_selected);
      expect(hit.seed).toMatch(/^[0-9a-f]{64}$/);
      expect(selects(SAMPLED, draw(hit.seed ?? ""), inARow)).toBe(hit.is_selected);
      expect(hit.cause === `rule:${CODE}`).toBe(hit.is_selected);
    }
  });

  it("leaves the lane that is chosen again from the log the same", async () => {
    for (const { clearance_id: clearanceId } of await hits())
      expect(must(await replayLane(house, house.officer, clearanceId)).isSame).toBe(true);
  });
});

describe("a hit of a rule", () => {
  const add = (given: Partial<Record<"clearance_id" | "entry_id" | "at", string | null>>) =>
    house.client.$transaction(async (db) => {
      const [hit] = await hits();
      const { rows } = await house.sql.query("select to_jsonb(h) as row from rule_hit h where id = $1", [hit?.id]);
      const row = JSON.stringify({ ...rows[0].row, at: new Date().toISOString(), ...given, id: v7() });
      await db.$executeRaw`select set_config('app.organisation', ${house.broker.organisationId}, true)`;
      return db.$executeRaw`insert into rule_hit select * from jsonb_populate_record(null::rule_hit, ${row}::jsonb)`;
    });

  it("is taken from who lodged, of a line of history of the same clearance, now, and not else", async () => {
    const [one, ...others] = await hits();
    const foreign = others.find((hit) => hit.clearance_id !== one?.clearance_id);
    expect(await add({})).toBe(1);
    const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
    for (const forged of [
      { entry_id: null },
      { entry_id: v7() },
      { entry_id: foreign?.entry_id ?? "" },
      { clearance_id: foreign?.clearance_id ?? "" },
      { at: minutes(-11) },
      { at: minutes(11) },
    ])
      await expect(add(forged), JSON.stringify(forged)).rejects.toThrow(/row-level security/);
  });
});

describe("a job that breaks on a rule", () => {
  it("names the rule to nobody who reads the job, and to the log alone", async () => {
    const id = await prepare(house, "green-shirts");
    must(await lodge(house, id, "key-of-the-broken"));
    await house.sql.query("alter table risk_rule_version disable trigger guard_rule_version");
    await house.sql.query(
      `update risk_rule_version set content = jsonb_set(content, '{expression}', '"("') where rule_id = $1`,
      [ruleId],
    );
    await house.sql.query("alter table risk_rule_version enable trigger guard_rule_version");
    // The second gate is assessed by a job of who lodged.
    const failed = await work(house).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect((failed as Error).message).toBe("What the authority keeps could not be evaluated");
    expect(String((failed as Error).cause)).toContain(CODE);
  });
});
