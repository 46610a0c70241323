import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { createDocumentReader } from "@/adapters/reading/reader";
import { CATALOG, pdfOf } from "../support/pdf";
import { until } from "../support/services";

const folder = mkdtempSync(join(tmpdir(), "twogate-reading-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { heapMb: 64, residentMb: 256 };

function isAlive(pid: number): boolean {
  try {
    // A process that ended and that nobody has waited for yet still has its number.
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Reads files in processes that say the how-manieth they read, and refuse one by its name. */
function counting() {
  const entry = join(folder, "counting.mjs");
  writeFileSync(
    entry,
    `let count = 0;
     const part = { firstPage: 1, lastPage: 1, unreadScript: null, type: "other", typeConfidence: 1, fields: [] };
     process.on("message", ({ path }) => {
       // What an earlier file left behind breaks this process, not the file.
       if (path.endsWith("after.pdf") && count > 0) process.exit(1);
       process.send(path.endsWith("refuse.pdf")
         ? { kind: "rejected", reason: "empty" }
         : { kind: "done", pageCount: ++count, parts: [part] });
     });
     process.once("disconnect", () => process.exit());`,
  );
  const reader = createDocumentReader({ entry, ...LIMITS, pageSeconds: 10 });
  return async (organisationId: string | undefined, path = "samples/wine/invoice.pdf") => {
    const whose = organisationId === undefined ? {} : { organisationId };
    const read = await reader.read({ path, mediaType: "application/pdf", ...whose }, async () => undefined);
    return read.ok ? read.value.pageCount : read.error.reason;
  };
}

describe("the reading process", () => {
  it("that is stopped from outside is a fault to try again, and says nothing of the file", async () => {
    const entry = join(folder, "suicide.mjs");
    writeFileSync(entry, "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);");
    const reader = createDocumentReader({ entry, ...LIMITS, pageSeconds: 10 });
    await expect(
      reader.read({ path: "samples/wine/invoice.pdf", mediaType: "application/pdf" }, async () => undefined),
    ).rejects.toMatchObject({ retryable: true });
  });

  it("that never ends is ended, and the file is refused", async () => {
    const entry = join(folder, "endless.mjs");
    writeFileSync(entry, "setInterval(() => {}, 1000);");
    const reader = createDocumentReader({ entry, ...LIMITS, pageSeconds: 1 });
    const read = await reader.read(
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      async () => undefined,
    );
    expect(read.ok ? "read" : read.error.reason).toBe("unreadable");
  });

  it("that takes more memory than it may is ended, and the file is called a bomb", async () => {
    const entry = join(folder, "glutton.mjs");
    writeFileSync(entry, "const kept = []; setInterval(() => kept.push(Buffer.alloc(32e6, 1)), 20);");
    const reader = createDocumentReader({ entry, ...LIMITS, pageSeconds: 30 });
    const read = await reader.read(
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      async () => undefined,
    );
    expect(read.ok ? "read" : read.error.reason).toBe("decompression_bomb");
  });

  it("of a page that unpacks to half a gigabyte is ended before it holds it", async () => {
    const path = join(folder, "bomb.pdf");
    const blanks = deflateSync(Buffer.alloc(512 * 1024 * 1024, " "), { level: 1 });
    writeFileSync(
      path,
      pdfOf([
        CATALOG,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        Buffer.concat([
          Buffer.from(`<< /Length ${blanks.length} /Filter /FlateDecode >>\nstream\n`),
          blanks,
          Buffer.from("\nendstream"),
        ]),
      ]),
    );
    const reader = createDocumentReader({ entry: "dist/reader.mjs", heapMb: 128, residentMb: 320, pageSeconds: 60 });
    const read = await reader.read({ path, mediaType: "application/pdf" }, async () => undefined);
    expect(read.ok ? "read" : read.error.reason).toBe("decompression_bomb");
  });

  it("ends when who asked is gone, so that a killed worker leaves nobody at work", async () => {
    const asker = join(folder, "asker.mjs");
    const scan = resolve("samples/wine/waybill.png");
    writeFileSync(
      asker,
      `import { fork } from "node:child_process";
       const child = fork(${JSON.stringify(resolve("dist/reader.mjs"))}, [], { stdio: ["ignore", "ignore", "ignore", "ipc"], serialization: "advanced" });
       child.send({ kind: "read", path: ${JSON.stringify(scan)}, mediaType: "image/png", folder: ${JSON.stringify(folder)}, layouts: [] });
       process.stdout.write(String(child.pid)); setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, [asker], { stdio: ["ignore", "pipe", "ignore"] });
    const pid = Number(
      await new Promise((told) => parent.stdout.once("data", (chunk: Buffer) => told(chunk.toString()))),
    );
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    await until("the reader is gone", () => !isAlive(pid), 15_000);
  });

  it("reads more files of the same organisation, and none of another", async () => {
    const read = counting();
    expect(await read("a")).toBe(1);
    expect(await read("a")).toBe(2);
    expect(await read("b")).toBe(1);
    expect(await read("a")).toBe(3);
    expect(await read(undefined)).toBe(1);
    expect(await read(undefined)).toBe(1);
  });

  it("reads one file at a time, and is replaced after so many", async () => {
    const read = counting();
    expect(await Promise.all([read("a"), read("a")])).toEqual([1, 1]);
    const counts = [];
    for (let file = 0; file < 25; file++) counts.push(await read("c"));
    expect(counts).toEqual([...Array(20).keys(), ...Array(5).keys()].map((count) => count + 1));
  });

  it("that a file got the better of reads nothing more", async () => {
    const read = counting();
    expect(await read("a")).toBe(1);
    expect(await read("a", "refuse.pdf")).toBe("empty");
    expect(await read("a")).toBe(1);
  });

  it("is not believed to break by a file when it has read others: a new one reads it once more", async () => {
    const read = counting();
    expect(await read("a")).toBe(1);
    expect(await read("a", "after.pdf")).toBe(1);
    expect(await read("a")).toBe(2);
  });

  it("says of a file what it says of it alone, whatever it read before", async () => {
    const alone = createDocumentReader({ entry: "dist/reader.mjs", heapMb: 768, residentMb: 1536, pageSeconds: 60 });
    const shared = createDocumentReader({ entry: "dist/reader.mjs", heapMb: 768, residentMb: 1536, pageSeconds: 60 });
    const files = [
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      { path: "samples/green-toys/waybill.png", mediaType: "image/png" },
      { path: "samples/other-layouts/invoice.pdf", mediaType: "application/pdf" },
    ] as const;
    const said = [];
    for (const file of files) said.push(await alone.read(file, async () => undefined));
    for (const [at, file] of [...files.entries(), ...files.entries()])
      expect(await shared.read({ ...file, organisationId: "a" }, async () => undefined)).toEqual(said[at]);
    // Nine readings, three of them by processes that begin: a busy machine takes its time.
  }, 180_000);

  it("has none of our secrets", async () => {
    process.env.TWOGATE_TEST_SECRET = "in the parent";
    const entry = join(folder, "environment.mjs");
    writeFileSync(
      entry,
      "process.send({ kind: 'rejected', reason: process.env.TWOGATE_TEST_SECRET || process.env.DATABASE_URL ? 'polyglot' : 'empty' });",
    );
    const reader = createDocumentReader({ entry, ...LIMITS, pageSeconds: 10 });
    const read = await reader.read(
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      async () => undefined,
    );
    expect(read.ok ? "read" : read.error.reason).toBe("empty");
  });

  it("that tells what is no message of ours is not believed", async () => {
    const entry = join(folder, "liar.mjs");
    writeFileSync(entry, "process.send({ kind: 'done', type: 'root', fields: '; drop table' });");
    const reader = createDocumentReader({ entry, ...LIMITS, pageSeconds: 10 });
    const read = await reader.read(
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      async () => undefined,
    );
    expect(read.ok ? "read" : read.error.reason).toBe("unreadable");
  });
});
