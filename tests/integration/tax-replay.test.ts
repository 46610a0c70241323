import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replayTax } from "@/application/replay-tax";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
const shipments: Record<string, string> = {};
const SAMPLES = ["green-earphones", "yellow-parts", "wine"];

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  for (const sample of SAMPLES) {
    const id = await prepare(house, sample);
    must(await lodge(house, id, `key of ${sample}`));
    shipments[sample] = id;
  }
});
afterAll(() => house.close());

const replay = async (sample: string) => must(await replayTax(house, house.broker, shipments[sample] ?? ""));

describe("a tax that is computed again", () => {
  it.each(SAMPLES)("has the same figures, steps and hash for %s", async (sample) => {
    const replayed = await replay(sample);
    expect(replayed.isSame).toBe(true);
    expect(replayed.again).toEqual(replayed.past);
  });

  it("is computed from the law as it was read then, whatever the tables say now", async () => {
    await house.sql.query("delete from tariff_measure");
    await house.sql.query("update legal_parameter set value = '0.99'");
    expect((await replay("green-earphones")).isSame).toBe(true);
  });

  it("keeps the law's tables once, however many declarations were computed from them", async () => {
    const { rows } = await house.sql.query<{ facts: number; uses: number }>(
      "select count(distinct inputs->'law'->>'facts')::int as facts, count(*)::int as uses from tax_assessment",
    );
    expect(rows[0]).toEqual({ facts: 1, uses: SAMPLES.length });
  });

  it("differs when a stored figure was changed, which is an incident and evidence", async () => {
    await house.sql.query("alter table tax_assessment disable trigger append_only");
    await house.sql.query("update tax_assessment set duty = duty + 0.01 where shipment_id = $1", [
      shipments["yellow-parts"],
    ]);
    expect((await replay("yellow-parts")).isSame).toBe(false);
    const incidents = await house.sql.query("select kind from log_incident where resolved_at is null");
    expect(incidents.rows).toEqual([{ kind: "replay_differs" }]);
    const evidence = await house.sql.query(
      "select count(*)::int as n from evidence_entry where kind = 'replay_differs' and shipment_id = $1",
      [shipments["yellow-parts"]],
    );
    expect(evidence.rows[0].n).toBe(1);
  });

  it("cannot be given other tables of the law, for they are kept under the hash of their content", async () => {
    await expect(
      house.sql.query("insert into law_snapshot (hash, content) values (repeat('0', 64), '[]')"),
    ).rejects.toThrow("law_snapshot_hash");
    await expect(house.sql.query("update law_snapshot set content = '[]'")).rejects.toThrow("append-only");
  });
});
