import { describe, expect, it } from "vitest";
import { readContainers } from "@/domain/extraction/containers";
import { page } from "./pages";

const read = (...rows: Parameters<typeof page>[0]) =>
  readContainers([page(rows)], "text_layer").map(({ value, confidence }) => [value, confidence]);

describe("the containers of a paper", () => {
  it("need no label where their check digit fits", () => {
    expect(read([[0.1, "CSQU3054383 / SEAL 4471"]])).toEqual([["CSQU3054383", 0.94]]);
  });

  it("may have a blank in the middle of their figures", () => {
    expect(read([[0.1, "CSQU 305 4383"]])).toEqual([["CSQU3054383", 0.94]]);
  });

  it("are shown where they stand, not over the whole row", () => {
    const [found] = readContainers(
      [
        page([
          [
            [0.1, "CSQU 305 4383"],
            [0.5, "FRESH APPLES"],
            [0.8, "115.331 CBM"],
          ],
        ]),
      ],
      "ocr",
    );
    expect(found?.raw).toBe("CSQU 305 4383");
    expect((found?.box.x ?? 0) + (found?.box.width ?? 1)).toBeLessThan(0.5);
  });

  it("are shown and asked where it does not, on a page that speaks of containers", () => {
    expect(read([[0.1, "Container No."]], [[0.1, "CSQU 305438-4"]])).toEqual([["CSQU3054384", 0.6]]);
    expect(read([[0.1, "Reference CSQU3054384"]])).toEqual([]);
  });

  it("are neither the number of the bill, nor doubted where another is named that fits", () => {
    expect(read([[0.1, "Containers: 1"]], [[0.1, "B/L No. CSQU3054384"]])).toEqual([]);
    expect(read([[0.1, "Container CSQU3054383"]], [[0.1, "Container CSQU3054384"]])).toEqual([["CSQU3054383", 0.94]]);
  });
});
