import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { noteTools } from "@/adapters/crypto/note-tools";
import { ensureDatabase, startCluster } from "@/adapters/postgres/cluster";
import { createLogStore } from "@/adapters/postgres/log-store";
import { migrate } from "@/adapters/postgres/migrate";
import { createSignerClient } from "@/adapters/signer/signer-client";
import { sequenceLeaves } from "@/application/keep-log";
import { auditLog } from "@/domain/transparency/audit";
import { formatProof } from "@/domain/transparency/log-proof";
import { inclusionProof, subtreesOfInclusion } from "@/domain/transparency/merkle-tree";
import { parseKey } from "@/domain/transparency/signed-note";
import { readingTiles, tilesOf } from "@/domain/transparency/tiles";

const LEAVES = Number(process.env.TWOGATE_BENCH_LEAVES ?? 1_000_000);
const PROOFS = 2_000;

/**
 * The log at full size against a real server that flushes to disk and a signing process of its own: how fast leaves that
 * wait become durable and signed, how long the whole takes to be computed again, and what a proof costs.
 */
export async function benchLog(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "twogate-bench-log-"));
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    isDurable: true,
    onAccident: () => undefined,
  });
  const url = await ensureDatabase(cluster, "bench");
  await migrate(url, join("prisma", "migrations"));
  mkdirSync(join(folder, "signer"));
  const socket = join(folder, "signer", "s.sock");
  const signing = await startSigner(join(folder, "signer"), socket);
  const signer = createSignerClient(socket);
  const store = createLogStore(url, () => undefined);
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  try {
    await sql.query(
      "insert into log_pending (leaf_id, commitment) select gen_random_uuid(), sha256(n::text::bytea) from generate_series(1, $1::int) n",
      [LEAVES],
    );
    await sql.query("vacuum analyze log_pending");
    const ports = { store, signer, tools: noteTools, now: () => new Date() };
    const began = performance.now();
    let done = 0;
    while (done < LEAVES) done += await sequenceLeaves(ports);
    const seconds = (performance.now() - began) / 1000;
    say(
      `${done} leaves placed, flushed and signed in ${seconds.toFixed(1)} s: ${Math.round(done / seconds)} a second (floor 10,000, aim 40,000)`,
    );
    await proofs(store, say);
    await wholeAudit(store, sql, (await signer.keys()).log, say);
  } finally {
    await sql.end();
    await store.close();
    signing.kill("SIGTERM");
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function proofs(store: ReturnType<typeof createLogStore>, say: (line: string) => void): Promise<void> {
  const head = await store.unpublished();
  if (!head) throw new Error("nothing was signed");
  const times: number[] = [];
  let bytes = 0;
  for (let number = 0; number < PROOFS; number++) {
    const index = Math.floor((number * 7_919 * 131) % head.size);
    const began = performance.now();
    const tiles = await store.tiles(tilesOf(subtreesOfInclusion(index, head.size)));
    const path = inclusionProof(noteTools.sha256, index, head.size, readingTiles(noteTools.sha256, tiles));
    const text = formatProof({ index, path, checkpoint: head.note });
    times.push(performance.now() - began);
    bytes = Math.max(bytes, path.length * 32);
    if (number === 0) say(`a proof as a text with its checkpoint: ${Buffer.byteLength(text)} bytes`);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  say(
    `a proof of inclusion among ${head.size}: ${bytes} bytes of hashes, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (floor 1 kB, 5 ms; aim 0.7 kB, 1 ms)`,
  );
}

async function wholeAudit(
  store: ReturnType<typeof createLogStore>,
  sql: pg.Client,
  keyLine: string,
  say: (line: string) => void,
): Promise<void> {
  const key = parseKey(noteTools.sha256, keyLine);
  if (!key) throw new Error("the signing process has no key");
  const began = performance.now();
  const findings = await auditLog(noteTools, key, store);
  const seconds = (performance.now() - began) / 1000;
  if (findings.length > 0) throw new Error(`the log does not hold: ${JSON.stringify(findings[0])}`);
  const { rows } = await sql.query<{ n: number }>("select count(*)::int as n from log_leaf");
  say(
    `all of ${rows[0]?.n} leaves, their tiles and checkpoints computed again and held against what is stored: ${seconds.toFixed(1)} s (floor 60, aim 15)`,
  );
}

async function startSigner(data: string, socket: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["dist/signer.mjs"], {
    env: {
      ...process.env,
      TWOGATE_DATA: data,
      TWOGATE_SIGNER_SOCKET: socket,
      TWOGATE_SIGNER_SECRET: "a secret of the bench, and of nothing else",
      TWOGATE_LOG_ORIGIN: "bench.example/log",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const deadline = Date.now() + 20_000;
  while (!existsSync(socket)) {
    if (Date.now() > deadline) throw new Error("the signing process did not start");
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return child;
}
