import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createFileSystemStore } from "@/adapters/files/file-system-store";
import { createS3Store } from "@/adapters/files/s3-store";
import { DependencyError, type ObjectStore } from "@/application/ports";
import { freePort, startS3 } from "../support/services";

const KEY = Buffer.alloc(32, 7);
const MEGABYTE = 1024 * 1024;
/** Enough that a store which held it would be seen, and far more than pictures of memory vary by themselves. */
const LARGE = 256 * MEGABYTE;
const BOUND = 128 * MEGABYTE;

const s3 = await startS3();
const folder = mkdtempSync(join(tmpdir(), "twogate-store-"));
const temporary = join(folder, "temporary");
mkdirSync(temporary);
// What the stores put into the system's folder for temporary files is then theirs alone.
process.env.TMPDIR = temporary;
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stores: readonly { name: string; open: () => ObjectStore; place: string }[] = [
  {
    name: "the file system store",
    open: () => createFileSystemStore(join(folder, "files"), KEY),
    place: join(folder, "files"),
  },
  {
    name: "the S3 store",
    open: () => createS3Store({ ...s3, bucket: "kept" }, KEY),
    place: join(s3.folder, "kept"),
  },
];

describe.each(stores)("$name", ({ open, place }) => {
  let store: ObjectStore;
  beforeAll(() => {
    store = open();
  });
  afterEach(() => {
    expect(readdirSync(temporary)).toEqual([]);
    expect(filesIn(place).filter((file) => file.includes("incoming"))).toEqual([]);
  });

  /** What is stored of a content, wherever the store keeps it. */
  const objectsOf = (content: string) =>
    filesIn(place).filter((file) => file.includes(hashOf(content)) && isObject(file));

  it("gives back what it took, under the hash of the content", async () => {
    expect(await store.put(streamOf("kept"), 100)).toEqual({ sha256: hashOf("kept"), byteLength: 4 });
    expect(await textOf(store, "kept")).toBe("kept");
  });

  it("keeps the same bytes once, however often and at once they come", async () => {
    const puts = await Promise.all(Array.from({ length: 5 }, () => store.put(streamOf("the same"), 100)));
    expect(new Set(puts.map((each) => each?.sha256)).size).toBe(1);
    await store.put(streamOf("the same"), 100);
    expect(objectsOf("the same")).toHaveLength(1);
    expect(await textOf(store, "the same")).toBe("the same");
  });

  it("keeps nothing of what is longer than the limit, and takes what is just as long", async () => {
    expect(await store.put(streamOf("12345", "6"), 5)).toBeNull();
    expect(objectsOf("123456")).toEqual([]);
    expect(await store.put(streamOf("123", "45"), 5)).toMatchObject({ byteLength: 5 });
  });

  it("keeps nothing of a stream that breaks off", async () => {
    const broken = (async function* () {
      yield Buffer.from("half of it");
      throw new Error("the sender is gone");
    })();
    await expect(store.put(broken, 100)).rejects.toThrow("the sender is gone");
    expect(objectsOf("half of it")).toEqual([]);
  });

  it("says that there is nothing where nothing was put", async () => {
    expect(await store.read(hashOf("never put"))).toBeNull();
    await expect(store.withLocalFile(hashOf("never put"), async () => undefined)).rejects.toMatchObject({
      retryable: false,
    });
  });

  it("lends the bytes as a file that is gone afterwards, also when its use fails", async () => {
    await store.put(streamOf("lent"), 100);
    let lent = "";
    const read = await store.withLocalFile(hashOf("lent"), async (path) => {
      lent = path;
      return readFileSync(path, "utf8");
    });
    expect(read).toBe("lent");
    expect(() => statSync(lent)).toThrow();
    const failing = store.withLocalFile(hashOf("lent"), async () => {
      throw new Error("no use");
    });
    await expect(failing).rejects.toThrow("no use");
  });

  it("shows nothing of the content to whoever reads its disk", async () => {
    const content = "Wang Xiaoming, 11010519491231002X";
    await store.put(streamOf(content), 100);
    const kept = objectsOf(content).map((file) => readFileSync(file));
    expect(kept).toHaveLength(1);
    expect(kept.some((bytes) => bytes.includes("11010519491231002X"))).toBe(false);
  });

  it("says so when what it kept was changed", async () => {
    await store.put(streamOf("untouched"), 100);
    const [file = ""] = objectsOf("untouched");
    const bytes = readFileSync(file);
    // Another value than it had, whatever that was.
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(file, bytes);
    await expect(textOf(store, "untouched")).rejects.toThrow(/damaged.*Restore it from a backup/);
  });

  it("stores a long stream without holding it in memory", async () => {
    // Not the resident memory: what an earlier test let go of stays resident, and would hide what this one takes.
    const inUse = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    const before = inUse();
    let most = before;
    const look = setInterval(() => {
      most = Math.max(most, inUse());
    }, 5);
    const stored = await store.put(longStream(LARGE), LARGE);
    clearInterval(look);
    expect(stored?.byteLength).toBe(LARGE);
    expect(most - before).toBeLessThan(BOUND);
    expect(filesIn(place).some((file) => isObject(file) && statSync(file).size >= LARGE)).toBe(true);
  });
});

describe("an S3 server", () => {
  it("that has no such bucket yet is given it with the first file", async () => {
    const store = createS3Store({ ...s3, bucket: "made-by-us" }, KEY);
    await store.put(streamOf("first"), 100);
    expect(await textOf(store, "first")).toBe("first");
  });

  it("that cannot be reached is called away, with its address, and is worth another try", async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const store = createS3Store({ ...s3, endpoint, bucket: "kept" }, KEY);
    for (const attempt of [() => store.put(streamOf("x"), 100), () => store.read(hashOf("x"))]) {
      const error = await attempt().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(DependencyError);
      expect(error).toMatchObject({ dependency: "object store", retryable: true });
      expect((error as Error).message).toContain(endpoint);
    }
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("that refuses the credentials is called away, and nothing is taken for stored", async () => {
    const store = createS3Store({ ...s3, accessKeyId: "somebody else", bucket: "kept" }, KEY);
    await expect(store.put(streamOf("refused"), 100)).rejects.toBeInstanceOf(DependencyError);
  });
});

function streamOf(...chunks: string[]): AsyncIterable<Uint8Array> {
  return (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
}

async function* longStream(byteLength: number): AsyncIterable<Uint8Array> {
  for (let sent = 0; sent < byteLength; sent += MEGABYTE) yield Buffer.alloc(MEGABYTE, sent / MEGABYTE);
}

async function textOf(store: ObjectStore, content: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await store.read(hashOf(content))) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function hashOf(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

function filesIn(place: string): string[] {
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The S3 server keeps notes beside each object. */
function isObject(file: string): boolean {
  return !file.includes("._S3rver_") || file.endsWith("._S3rver_object");
}
