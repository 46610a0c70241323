import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import pg from "pg";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ShipmentView } from "@/contracts/views";
import { type Session, signIn } from "../support/http";
import { ensureWebIsBuilt, living, type Product, startProduct, withoutSettings } from "../support/product";
import { freePort, startRedis, startS3, until } from "../support/services";

const PASSWORD = "a password of the first admin";
const BUCKET = "papers";

const redis = await startRedis();
if (!redis && process.env.CI === "true")
  throw new Error("redis-server is missing; install it, CI runs the product on services of an operator's own");

describe.skipIf(redis === null)("the product on PostgreSQL, Redis and S3 of an operator's own", () => {
  const data = mkdtempSync(join(tmpdir(), "twogate-own-"));
  const database = `own_${v7().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: inject("clusterUrl") });
  let sql: pg.Client;
  let s3: Awaited<ReturnType<typeof startS3>>;
  let settings: Record<string, string>;
  let product: Product;
  let session: Session;
  let shipment: ShipmentView;

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create database ${database}`);
    const url = new URL(inject("clusterUrl"));
    url.pathname = `/${database}`;
    sql = new pg.Client({ connectionString: url.href });
    await sql.connect();
    s3 = await startS3();
    settings = {
      PORT: String(await freePort()),
      WORKER_PORT: String(await freePort()),
      TWOGATE_DATA: data,
      DATABASE_URL: url.href,
      REDIS_URL: redis?.url ?? "",
      S3_ENDPOINT: s3.endpoint,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    };
    await ensureWebIsBuilt();
    product = startProduct(settings);
    await product.untilReady();
  }, 400_000);

  afterAll(async () => {
    product?.destroy();
    await s3?.stop();
    await sql?.end();
    await admin.query(`drop database if exists ${database} with (force)`);
    await admin.end();
    await redis?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it("starts none of its own, and makes no demonstration", async () => {
    expect(product.said()).not.toContain("Sign in as");
    expect([...product.family().values()].filter((command) => command.includes("postgres"))).toEqual([]);
    expect(existsSync(join(data, "postgres"))).toBe(false);
    expect((await sql.query("select count(*)::int as n from user_account")).rows[0].n).toBe(0);
  });

  it("gets its first admin from the command line, who then signs in", async () => {
    const words = ["people", "add", "--email", "first@broker.example", "--name", "First Admin"];
    const made = spawnSync(
      process.execPath,
      ["src/launch/twogate.mjs", ...words, "--organisation", "Own Brokers", "--roles", "admin,broker"],
      {
        encoding: "utf8",
        env: withoutSettings({ ...settings, TWOGATE_PASSWORD: PASSWORD }),
      },
    );
    expect({ status: made.status, said: made.stdout }).toEqual({
      status: 0,
      said: "first@broker.example can sign in as admin, broker of Own Brokers.\n",
    });
    session = await signIn(`http://127.0.0.1:${settings.PORT}`, "first@broker.example", PASSWORD);
  });

  it("reads the documents that are uploaded", async () => {
    const opened = await session.json<ShipmentView>("/api/v1/shipments", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    for (const file of ["invoice.pdf", "waybill.png"]) await session.upload(opened.id, `samples/lamps/${file}`);
    await until(
      "both documents are read",
      async () => {
        shipment = await session.json<ShipmentView>(`/api/v1/shipments/${opened.id}`);
        return shipment.documents.read === 2;
      },
      120_000,
    );
    expect(shipment.documentList.flatMap((document) => document.fields).length).toBeGreaterThan(20);
  }, 150_000);

  it("keeps the bytes in the bucket, which it made, and gives them back as they came", async () => {
    for (const document of shipment.documentList) {
      const original = readFileSync(`samples/lamps/${document.fileName}`);
      const sha256 = createHash("sha256").update(original).digest("hex");
      expect(document.sha256).toBe(sha256);
      expect(readdirSync(join(s3.folder, BUCKET, sha256.slice(0, 2))).some((name) => name.startsWith(sha256))).toBe(
        true,
      );
      const returned = await session.fetch(`/api/v1/documents/${document.id}/file`);
      expect(Buffer.from(await returned.arrayBuffer()).equals(original)).toBe(true);
    }
    expect(existsSync(join(data, "files"))).toBe(false);
  });

  it("carries its jobs over Redis, and none over PostgreSQL", async () => {
    const client = new Redis(redis?.url ?? "");
    const events = await client.xrange("twogate:reading:events", "-", "+");
    await client.quit();
    const completed = events.map(([, fields]) => fields).filter((fields) => fields.includes("completed"));
    const { rows } = await sql.query<{ id: string }>("select id from outbox_message where name = 'document.read'");
    expect(rows).toHaveLength(2);
    for (const { id } of rows) expect(completed.some((fields) => fields.includes(id))).toBe(true);
    const schemas = await sql.query("select 1 from information_schema.schemata where schema_name = 'bullmq'");
    expect(schemas.rowCount).toBe(0);
  });

  it("leaves none of its own processes behind, and the services as they were", async () => {
    const family = [...product.family().keys()];
    product.kill("SIGTERM");
    expect(await product.untilEnded(30_000)).toBe(0);
    expect(living(family)).toEqual([]);
    expect((await sql.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });
});
