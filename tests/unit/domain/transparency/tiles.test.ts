import { describe, expect, test } from "vitest";
import { edgeOf, entriesPath, parseTilePath, tilePath } from "@/domain/transparency/tiles";

describe("the paths of tiles", () => {
  test("are written in groups of three digits, the last without an x", () => {
    expect(tilePath({ level: 0, index: 1_234_067 }, 256)).toBe("tile/0/x001/x234/067");
    expect(tilePath({ level: 1, index: 0 }, 17)).toBe("tile/1/000.p/17");
    expect(entriesPath(273, 112)).toBe("tile/entries/273.p/112");
  });

  test("are read back as what they were written from", () => {
    for (const index of [0, 7, 999, 1_000, 1_234_067, 999_999_999])
      for (const width of [1, 255, 256]) {
        expect(parseTilePath(tilePath({ level: 3, index }, width))).toEqual({ level: 3, index, width });
        expect(parseTilePath(entriesPath(index, width))).toEqual({ level: null, index, width });
      }
  });

  test.each([
    "tile/64/000",
    "tile/00/000",
    "tile/0/0",
    "tile/0/x000/001",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/../0",
  ])("%s is the path of no tile", (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  // The example of the specification: 273 full tiles and one of 112; one full above and one of 17; one of 1.
  test("a tree of 70,000 ends in tiles of 112, 17 and 1 hashes", () => {
    expect(edgeOf(70_000)).toEqual([
      { level: 0, index: 273 },
      { level: 1, index: 1 },
      { level: 2, index: 0 },
    ]);
  });
});
