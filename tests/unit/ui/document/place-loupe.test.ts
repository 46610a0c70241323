import { describe, expect, it } from "vitest";
import { placeLoupe } from "@/ui/document/place-loupe";

const window = { width: 1440, height: 900 };
const row = (top: number, left = 920, right = 1430) => ({ top, bottom: top + 30, left, right });
const place = (top: number, height: number, more: object = {}) =>
  placeLoupe({ row: row(top), height, window, ceiling: 88, isBeside: false, ...more });

describe("the loupe", () => {
  it("lies right above its row where there is room below the bar", () => {
    expect(place(400, 120)).toMatchObject({ top: 274, left: 920, width: 510 });
  });

  it("lies below where the bar is too near, and covers neither", () => {
    expect(place(130, 120).top).toBe(166);
  });

  it("is no higher than its room, so that it covers neither the row nor the bar nor is cut by the window", () => {
    for (const top of [90, 200, 450, 700, 860])
      for (const height of [80, 300, 700]) {
        const { top: own, maxHeight } = place(top, height);
        const shown = Math.min(height, maxHeight);
        expect(own).toBeGreaterThanOrEqual(88);
        expect(own + shown).toBeLessThanOrEqual(900);
        expect(own + shown <= top || own >= top + 30).toBe(true);
      }
  });

  it("lies beside the row for a choice, where the page leaves room, below the bar", () => {
    expect(place(100, 300, { isBeside: true })).toMatchObject({ left: 404, top: 94 });
    expect(place(880, 300, { isBeside: true }).top).toBe(592);
    const phone = { window: { width: 390, height: 800 }, row: row(300, 0, 390), isBeside: true };
    expect(place(0, 200, phone)).toMatchObject({ left: 8, width: 374, top: 94 });
  });
});
