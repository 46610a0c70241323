import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteTools } from "@/adapters/crypto/note-tools";
import { openCheckpoint, seenBy } from "@/domain/transparency/checkpoint";
import { leafHash, rootOfLeaves } from "@/domain/transparency/merkle-tree";
import { entriesPath, tilePath } from "@/domain/transparency/tiles";
import { createHouse, type House } from "../support/house";
import { createLogHouse, type LogHouse } from "../support/log-house";
import { publish } from "../support/publishing";
import { createRememberingReader } from "../support/remembering-reader";

const LEAVES = 600;
let house: House;
let log: LogHouse;
let site: Awaited<ReturnType<typeof publish>>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  log = await createLogHouse(house.url);
  site = await publish(house);
  await put(LEAVES);
  while ((await log.sequence()) > 0);
  expect(await log.publish()).toBe("published");
});
afterAll(async () => {
  await site.close();
  await log.close();
  await house.close();
});

const put = (count: number) =>
  house.sql.query(
    "insert into log_pending (leaf_id, commitment) select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea) from generate_series(1, $1)",
    [count],
  );

describe("the log as everybody reads it", () => {
  it("can be computed from what is published alone, and is what was signed and witnessed", async () => {
    const opened = openCheckpoint(noteTools, (await site.ask("/log/checkpoint")).text, log.log);
    expect(opened?.checkpoint.size).toBe(LEAVES);
    for (const witness of log.trust().witnesses)
      expect(opened && seenBy(noteTools, opened.note, witness)).toBeInstanceOf(Date);
    const leaves: Uint8Array[] = [];
    for (const [index, width] of [
      [0, 256],
      [1, 256],
      [2, LEAVES - 512],
    ] as const) {
      const { body: hashes } = await site.ask(`/log/${tilePath({ level: 0, index }, width)}`);
      const { body: entries } = await site.ask(`/log/${entriesPath(index, width)}`);
      expect([hashes.length, entries.length]).toEqual([width * 32, width * 34]);
      for (let at = 0; at < width; at++) {
        expect(entries.readUInt16BE(at * 34)).toBe(32);
        const leaf = leafHash(noteTools.sha256, entries.subarray(at * 34 + 2, at * 34 + 34));
        expect(Buffer.from(leaf).equals(hashes.subarray(at * 32, at * 32 + 32))).toBe(true);
        leaves.push(leaf);
      }
    }
    const root = rootOfLeaves(noteTools.sha256, leaves);
    expect(opened && Buffer.from(opened.checkpoint.root).equals(Buffer.from(root))).toBe(true);
  });

  it("has tiles for ever, a checkpoint for seconds, and both for whoever asks from a page of their own", async () => {
    const tile = await site.ask("/log/tile/1/000.p/2");
    expect(tile.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "cache-control": "public, max-age=31536000, immutable",
      "access-control-allow-origin": "*",
    });
    const checkpoint = await site.ask("/log/checkpoint");
    expect(checkpoint.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(checkpoint.headers["cache-control"]).toBe("public, max-age=2");
  });

  it("shows nothing of leaves that are placed and not published, nor of tiles that are not there", async () => {
    await put(10);
    await log.sequence();
    for (const path of [
      `tile/0/002.p/${LEAVES - 512 + 1}`,
      `tile/entries/002.p/${LEAVES - 512 + 1}`,
      "tile/0/003.p/1",
      "tile/0/2",
      "tile/64/000",
    ])
      expect((await site.ask(`/log/${path}`)).status).toBe(404);
  });
});
