import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clearLeftBehind, inTemporaryFile } from "@/adapters/files/temporary-file";

const root = mkdtempSync(join(tmpdir(), "twogate-test-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NOW = Date.parse("2026-11-26T12:00:00Z");
const HOUR = 3_600_000;

function folder(name: string, hoursAgo: number): string {
  const path = join(root, name);
  mkdirSync(path);
  writeFileSync(join(path, "file"), "an invoice");
  const touched = new Date(NOW - hoursAgo * HOUR);
  utimesSync(path, touched, touched);
  return path;
}

describe("files that are made for a while", () => {
  it("are gone when they are done with, also when that failed", async () => {
    let made = "";
    await expect(
      inTemporaryFile(async (path) => {
        made = path;
        writeFileSync(path, "x");
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    expect(existsSync(made)).toBe(false);
  });

  it("are cleared away when who made them was killed, and nobody else's are", async () => {
    const old = ["twogate-file-aB3dE9", "twogate-read-aB3dE9", "twogate-reader-aB3dE9"].map((name) => folder(name, 7));
    const kept = [folder("twogate-file-zZ9yY8", 1), folder("twogate-test-aB3dE9", 7), folder("other-aB3dE9", 7)];
    expect(await clearLeftBehind(NOW, root)).toBe(3);
    expect(old.some(existsSync)).toBe(false);
    expect(kept.every(existsSync)).toBe(true);
  });
});
