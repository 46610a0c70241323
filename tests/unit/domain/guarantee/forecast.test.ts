import { describe, expect, it } from "vitest";
import { forecastGuarantee } from "@/domain/guarantee/forecast";

const question = {
  today: "2026-11-27",
  available: "1000.00",
  reservedBefore: [
    { day: "2026-11-26", amount: "2000.00" },
    { day: "2026-11-25", amount: "1000.00" },
    // Today is not over, and what lies further back does not count.
    { day: "2026-11-27", amount: "9999.00" },
    { day: "2026-11-16", amount: "9999.00" },
  ],
  lookBackDays: 10,
  returns: [{ day: "2026-11-30", amount: "700.00" }],
  horizonDays: 8,
};

describe("how far a guarantee reaches", () => {
  it("takes each day what days took on average and gives back what falls due", () => {
    const { dailyNeed, days, shortOn } = forecastGuarantee(question);
    expect(dailyNeed).toBe("300.00");
    expect(days.slice(0, 3)).toEqual([
      { day: "2026-11-28", returns: "0.00", needs: "300.00", available: "700.00" },
      { day: "2026-11-29", returns: "0.00", needs: "300.00", available: "400.00" },
      { day: "2026-11-30", returns: "700.00", needs: "300.00", available: "800.00" },
    ]);
    expect(shortOn).toBe("2026-12-03");
    expect(days.at(-1)).toMatchObject({ day: "2026-12-05", available: "-700.00" });
  });

  it("is short on no day where nothing is needed", () => {
    expect(forecastGuarantee({ ...question, reservedBefore: [] })).toMatchObject({
      dailyNeed: "0.00",
      shortOn: null,
    });
  });
});
