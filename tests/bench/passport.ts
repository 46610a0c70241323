import { join } from "node:path";
import pg from "pg";
import { v7 } from "uuid";
import { newPublicId } from "@/adapters/crypto/public-id";
import { ensureDatabase, startCluster } from "@/adapters/postgres/cluster";
import { migrate } from "@/adapters/postgres/migrate";
import { credentialOf, didOf } from "@/domain/passport/credential";
import { digitalLinkPath } from "@/domain/passport/digital-link";
import { createMemorySigner } from "../support/memory-signer";
import { SOME_HASH, TOYS } from "../support/toys";

/** A database of its own in the folder. */
export async function startDatabase(folder: string) {
  const onAccident = (why: string) => process.stderr.write(`${why}\n`);
  const cluster = await startCluster({ folder, isDurable: false, onAccident });
  return { url: await ensureDatabase(cluster, "twogate"), stop: () => cluster.stop() };
}

/** A database with so many issued passports of different batches; the paths of their pages and of their goods. */
export async function issueMany(url: string, base: string, count: number) {
  await migrate(url, join("prisma", "migrations"));
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  const signer = await createMemorySigner(didOf(base));
  const [organisationId, listId] = [v7(), v7()];
  const list = { revocationId: newPublicId(), suspensionId: newPublicId() };
  await sql.query(
    `insert into status_list (organisation_id, id, revocation_id, suspension_id, created_at) values ($1, $2, $3, $4, now())`,
    [organisationId, listId, list.revocationId, list.suspensionId],
  );
  const paths: string[] = [];
  const links: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const publicId = newPublicId();
    const content = { ...TOYS, batch: `B-${index}` };
    const credential = await signer.sign(
      credentialOf(
        { base, did: didOf(base), name: "Twogate" },
        {
          ...{ publicId, content, history: [{ stage: "bonded_exit", releasedOn: "2026-11-20", orderHash: SOME_HASH }] },
          status: { revocationList: list.revocationId, suspensionList: list.suspensionId, index },
          ...{ validFrom: "2026-11-28T00:00:00Z", validUntil: "2031-03-01T23:59:59+08:00" },
        },
      ),
      "vc+jwt",
    );
    await sql.query(
      `insert into goods_passport (organisation_id, id, public_id, state, version, granularity, gtin, batch, name, content,
         valid_until, status_list_id, status_index, credential, credential_sha256, created_by, created_at, issued_by, issued_at)
       values ($1, $2, $3, 'issued', 1, 'batch', $4, $5, $6, $7, $8, $9, $10, $11, $12, 'bench', now(), 'bench', now())`,
      [
        ...[organisationId, v7(), publicId, content.gtin, content.batch, content.name, JSON.stringify(content)],
        ...[content.validUntil, listId, index, credential, SOME_HASH],
      ],
    );
    paths.push(`/passports/${publicId}`);
    links.push(digitalLinkPath(content));
  }
  await sql.end();
  return { paths, links };
}
