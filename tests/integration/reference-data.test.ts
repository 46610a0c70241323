import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate, migrationNames } from "@/adapters/postgres/migrate";
import { tariffMeasureSchema } from "@/contracts/tariff-measure";
import { ok } from "@/domain/shared/result";
import type { Reference } from "@/domain/tariff/reference";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

async function referenceOn(day: string, codes?: readonly string[]): Promise<Reference> {
  return must(await house.inTransaction(house.broker, async (tx) => ok(await tx.reference.on(day, codes))));
}

describe("the reference data of a day", () => {
  it("brings of the tariff only what the codes lie under", async () => {
    const { measures } = await referenceOn("2026-11-26", ["5201000090"]);
    expect(new Set(measures.map((measure) => measure.code))).toEqual(new Set(["52", "5201", "520100"]));
    expect((await referenceOn("2026-11-26", [])).measures).toEqual([]);
    expect((await referenceOn("2026-11-26")).measures.length).toBeGreaterThan(200);
  });

  it("sees a measure that changed, and not the one that it remembered", async () => {
    const rates = async () => {
      const { measures } = await referenceOn("2026-11-26", ["520100"]);
      return measures.find((measure) => measure.kind === "mfn")?.rate.adValorem;
    };
    expect(await rates()).toBe("0.40");
    await house.sql.query(
      "update tariff_measure set fact = jsonb_set(fact, '{rate,adValorem}', '\"0.35\"') where id = 'mfn:520100:*@2026-01-01'",
    );
    expect(await rates()).toBe("0.35");
  });

  it("leaves the tariff of another jurisdiction alone", async () => {
    await house.sql.query(
      `insert into tariff_measure (id, jurisdiction, code, area, kind, fact, valid_from, citation)
       select 'us', 'US', code, area, kind, fact, valid_from, citation from tariff_measure where id = 'mfn:520100:*@2026-01-01'`,
    );
    const { measures } = await referenceOn("2026-11-26", ["520100"]);
    expect(measures.filter((measure) => measure.kind === "mfn")).toHaveLength(1);
  });
});

describe("the migration to measures of jurisdictions", () => {
  it("brings the measures of the format before into the one that is read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "twogate-migrations-"));
    const name = `t_${v7().replaceAll("-", "")}`;
    const admin = new pg.Client({ connectionString: inject("clusterUrl") });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const url = new URL(inject("clusterUrl"));
    url.pathname = `/${name}`;
    const sql = new pg.Client({ connectionString: url.href });
    try {
      const before = migrationNames("prisma/migrations").filter((each) => each < "20261126223000");
      for (const each of before) cpSync(join("prisma/migrations", each), join(folder, each), { recursive: true });
      await migrate(url.href, folder);
      await sql.connect();
      for (const origin of [null, "JP"])
        await sql.query(
          `insert into tariff_measure (id, code, origin, kind, fact, valid_from, citation)
           values ($1::text, '0406', $2::text, 'mfn', jsonb_build_object('id', $1::text, 'code', '0406', 'origin', $2::text, 'kind', 'mfn',
             'rate', '{"adValorem":"0.1","specific":null,"specificUnit":null}'::jsonb, 'threshold', null,
             'validFrom', '2026-01-01', 'validTo', null, 'citation', 'A citation of the test'), '2026-01-01', 'A citation of the test')`,
          [`mfn:${origin}`, origin],
        );
      await migrate(url.href, "prisma/migrations");
      const { rows } = await sql.query("select area, fact from tariff_measure order by id");
      const areas = rows.map((row) => tariffMeasureSchema.parse(row.fact).geography.area);
      expect(areas).toEqual(["JP", "*"]);
      expect(rows.map((row) => row.area)).toEqual(areas);
    } finally {
      await sql.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
