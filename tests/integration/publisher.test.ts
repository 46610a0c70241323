import { brotliDecompressSync, gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issuePassport } from "@/application/issue-passport";
import { renewPassport } from "@/application/keep-passports";
import { DependencyError } from "@/application/ports";
import { suspendPassport } from "@/application/take-back-passport";
import { createHouse, type House, must, work } from "../support/house";
import { issuedOf } from "../support/passports";
import { publish } from "../support/publishing";
import { createRememberingReader } from "../support/remembering-reader";
import { TOYS } from "../support/toys";

let house: House;
let site: Awaited<ReturnType<typeof publish>>;
let publicId: string;
let passportId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  site = await publish(house);
  ({ publicId, id: passportId } = await issuedOf(house));
  await work(house);
});
afterAll(async () => {
  await site.close();
  await house.close();
});

const page = (headers = {}) => site.ask(`/passports/${publicId}`, headers);
const until = async (isSo: () => Promise<boolean>) => {
  const deadline = Date.now() + 3_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("It did not come to that.");
    await new Promise((wake) => setTimeout(wake, 20));
  }
};

describe("the page of a passport", () => {
  it("says in one sentence whether it holds, in the language that is asked for", async () => {
    expect((await page()).text).toContain("This passport is valid until 1 March 2031.");
    expect((await page({ "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" })).text).toContain(
      "本护照有效期至2031年3月1日。",
    );
    expect((await page({ "accept-language": "en,zh;q=0.5" })).text).toContain('<html lang="en">');
    expect((await site.ask(`/passports/${publicId}?lang=zh`)).text).toContain('<html lang="zh-Hans">');
  });

  it("is small, runs nothing, asks for nothing, and is framed by nobody", async () => {
    const { body, text, headers } = await page();
    expect(body.byteLength).toBeLessThan(30_000);
    expect(text).not.toMatch(/<script|javascript:|<link|@import|url\(|<iframe| on\w+=/i);
    expect(text.match(/ src="(?!data:)/g)).toBeNull();
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  it("shows what was written as text, whatever it is", async () => {
    const { publicId: other } = await issuedOf(house, {
      ...{ batch: "TEXT", name: `<script>alert("1")</script>`, description: `"><img src=x onerror=y>` },
    });
    const { text } = await site.ask(`/passports/${other}`);
    expect(text).not.toContain("<script");
    expect(text).not.toContain("<img src=x");
    expect(text).toContain("&lt;script&gt;");
  });

  it("stays small with the most that a passport may say", async () => {
    const [report] = TOYS.reports;
    const [part] = TOYS.composition;
    const { publicId: other } = await issuedOf(house, {
      batch: "MOST",
      reports: report ? Array(30).fill({ ...report, standard: "GB 6675.4-2014 Safety of toys, part 4" }) : [],
      composition: part ? Array(40).fill({ ...part, share: "2.5" }) : [],
    });
    expect((await site.ask(`/passports/${other}`)).body.byteLength).toBeLessThan(30_000);
  });

  it("is told anew at once when the passport is taken back", async () => {
    const { publicId: other, id } = await issuedOf(house, { batch: "TOLD" });
    const path = `/passports/${other}`;
    expect((await site.ask(path)).text).toContain("This passport is valid");
    must(await suspendPassport(house, house.broker, { passportId: id, reason: "recalled", note: "Internal words." }));
    await until(async () =>
      (await site.ask(path)).text.includes("This passport is suspended: the goods are recalled."),
    );
    expect((await site.ask(path)).text).not.toContain("Internal words");
  });

  it("of a version that was superseded leads to the one that took its place", async () => {
    const { publicId: first, id } = await issuedOf(house, { batch: "NEXT" });
    const renewed = must(await renewPassport({ ...house, ...house.passports }, house.broker, id)).id;
    const next = must(await issuePassport({ ...house, ...house.passports }, house.broker, renewed)).publicId;
    const { text } = await site.ask(`/passports/${first}`);
    expect(text).toContain("A newer passport took the place of this one.");
    expect(text).toContain(`href="/passports/${next}?lang=en"`);
  });
});

describe("what is published for machines", () => {
  it("is the credential as it was signed, the lists that it names, and the keys, readable from any page", async () => {
    const credential = await site.ask(`/credentials/${publicId}`);
    expect(credential.headers["content-type"]).toBe("application/vc+jwt");
    expect(credential.headers["access-control-allow-origin"]).toBe("*");
    const payload = JSON.parse(Buffer.from(credential.text.split(".")[1] ?? "", "base64url").toString());
    for (const { statusListCredential } of payload.credentialStatus) {
      const list = await site.ask(new URL(statusListCredential).pathname);
      expect([list.status, list.headers["content-type"]]).toEqual([200, "application/vc+jwt"]);
    }
    const did = JSON.parse((await site.ask("/.well-known/did.json")).text);
    expect(did.id).toBe("did:web:passports.example");
    const { kid } = JSON.parse(Buffer.from(credential.text.split(".")[0] ?? "", "base64url").toString());
    expect(did.assertionMethod).toEqual([kid]);
    expect(JSON.stringify(did)).not.toContain('"d"');
    const schema = JSON.parse((await site.ask("/schemas/goods-passport.json")).text);
    expect(schema.$id).toBe(payload.credentialSchema.id);
  });

  it("is not there while the signer is away, and comes back with it", async () => {
    const keys = async () => {
      throw new DependencyError("signer", true, "away");
    };
    const without = await publish(house, { signer: { keys } });
    expect((await without.ask("/.well-known/did.json")).status).toBe(503);
    expect((await without.ask(`/passports/${publicId}`)).status).toBe(200);
    await without.close();
  });
});

describe("a Digital Link", () => {
  it("leads to the passport of its batch, also from a piece that has none of its own", async () => {
    const path = "/01/09520123456788/10/LOT%2F7-A";
    for (const link of [path, `${path}/21/4711`]) {
      const { status, headers } = await site.ask(link);
      expect([status, headers.location]).toEqual([307, `/passports/${publicId}`]);
    }
    expect((await site.ask("/01/09520123456788/10/UNKNOWN")).status).toBe(404);
    expect((await site.ask("/01/09520123456787")).status).toBe(404);
  });

  it("of goods of which two brokers state something shows both", async () => {
    await issuedOf({ ...house, broker: house.otherBroker }, { name: "Another wooden train" });
    await until(async () => (await site.ask("/01/09520123456788/10/LOT%2F7-A")).status === 200);
    const { text } = await site.ask("/01/09520123456788/10/LOT%2F7-A");
    expect(text).toContain("Another wooden train");
    expect(text).toContain(`/passports/${publicId}`);
  });
});

describe("the publisher", () => {
  it("sends packed bytes that are the same, and none to who has them", async () => {
    const plain = await page();
    const br = await page({ "accept-encoding": "gzip, br" });
    const gzip = await page({ "accept-encoding": "gzip, br;q=0" });
    expect([br.headers["content-encoding"], gzip.headers["content-encoding"]]).toEqual(["br", "gzip"]);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    const again = await page({ "if-none-match": `"other", W/${plain.headers.etag}` });
    expect([again.status, again.body.byteLength]).toEqual([304, 0]);
    expect((await page({ "if-none-match": '"other"' })).status).toBe(200);
  });

  it("answers HEAD like GET without a body, and no other method", async () => {
    const head = await site.ask(`/passports/${publicId}`, {}, "HEAD");
    expect([head.status, head.body.byteLength]).toEqual([200, 0]);
    expect(head.headers["content-length"]).toBe(String((await page()).body.byteLength));
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const refused = await site.ask(`/passports/${publicId}`, {}, method);
      expect([refused.status, refused.headers.allow]).toEqual([405, "GET, HEAD"]);
    }
  });

  it("has nothing at addresses that nobody was given, drafts among them, and says so with a policy", async () => {
    const { rows } = await house.sql.query("select public_id from goods_passport where state = 'draft' limit 1");
    const paths = ["/", "/passports/1", "/passports", `/passports/${"A".repeat(22)}`, `/passports/${passportId}`];
    const draft = rows[0] ? [`/passports/${rows[0].public_id}`] : [];
    for (const path of [...paths, ...draft, "/../etc/passwd", `/01/${"1".repeat(5_000)}`]) {
      const { status, headers } = await site.ask(path);
      expect([path.slice(0, 30), status]).toEqual([path.slice(0, 30), 404]);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["cache-control"]).toBe("no-store");
    }
    const forms = { "accept-language": "zh" };
    expect((await site.ask("/passports/1", forms)).text).toContain("没有该护照");
  });

  it("is alive and well, and says so uncached", async () => {
    expect((await site.ask("/livez")).status).toBe(200);
    expect((await site.ask("/readyz")).headers["cache-control"]).toBe("no-store");
  });
});

describe("the role that publishes", () => {
  it("sees these columns of its views, and no table", async () => {
    const reader = new pg.Client({ connectionString: house.url, options: "-c role=twogate_publisher" });
    await reader.connect();
    const columns = await reader.query(
      `select table_name || '.' || column_name as name from information_schema.column_privileges
       where grantee = 'twogate_publisher' order by table_name, column_name`,
    );
    expect(columns.rows.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "published_checkpoint.note",
        "published_checkpoint.size",
        "published_leaf.commitment",
        "published_leaf.index",
        "published_passport.batch",
        "published_passport.content",
        "published_passport.credential",
        "published_passport.ended_at",
        "published_passport.granularity",
        "published_passport.gtin",
        "published_passport.history",
        "published_passport.issued_at",
        "published_passport.label_media_type",
        "published_passport.label_sha256",
        "published_passport.public_id",
        "published_passport.reason",
        "published_passport.revocation_id",
        "published_passport.serial",
        "published_passport.state",
        "published_passport.status_index",
        "published_passport.successor_id",
        "published_passport.suspension_id",
        "published_passport.valid_until",
        "published_passport.version",
        "published_status_list.credential",
        "published_status_list.public_id",
        "published_status_list.published_at",
        "published_tile.hashes",
        "published_tile.index",
        "published_tile.level",
      ]
    `);
    const { rows } = await house.sql.query(
      "select tablename as name from pg_tables where schemaname = 'public' and rowsecurity order by 1",
    );
    for (const { name } of rows)
      await expect(reader.query(`select * from "${name}"`)).rejects.toThrow(/permission denied/);
    await expect(reader.query("update published_passport set state = 'issued'")).rejects.toThrow(
      /permission denied|cannot/,
    );
    await reader.end();
  });

  it("reads of what a passport says these fields, all of which are the passport's own", async () => {
    const { rows } = await house.sql.query("select content from published_passport where public_id = $1", [publicId]);
    expect(Object.keys(rows[0].content).sort()).toMatchInlineSnapshot(`
      [
        "batch",
        "codes",
        "composition",
        "description",
        "expiresOn",
        "facility",
        "granularity",
        "gtin",
        "label",
        "name",
        "origin",
        "originProof",
        "producedOn",
        "producer",
        "reports",
        "serial",
        "validUntil",
      ]
    `);
    const { text } = await page();
    for (const secret of [house.broker.organisationId, house.broker.id, passportId, "Broker A"])
      expect(text).not.toContain(secret);
  });
});
