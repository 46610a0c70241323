import { describe, expect, it } from "vitest";
import { lookAlikesOf, SUSPICIOUS_SHARE } from "@/domain/history/look-alikes";
import { targetLeaksOf } from "@/domain/history/target-leaks";
import { rowOf, walkHistory } from "@/domain/history/walk";
import { decodeModel, encodeModel } from "@/domain/risk-model/encode-model";
import { laneFor } from "@/domain/risk-model/lanes";
import { areaUnderCurve, calibrationError } from "@/domain/risk-model/metrics";
import { explainWith, priorityOf, revenueAtRisk, scoreWith, typesOf } from "@/domain/risk-model/risk-model";
import { pointsOf, scoreByCard } from "@/domain/risk-model/scorecard";
import { TRAINING_DEFAULTS, trainRiskModel } from "@/domain/risk-model/train-risk-model";
import { inventedHistory } from "../history/invented-history";

const OPTIONS = { ...TRAINING_DEFAULTS, rounds: 60, warmUpDays: 7 };
const history = inventedHistory(4000);
const model = trainRiskModel(history.entries, history.outcomes, OPTIONS);
const later = inventedHistory(2000, 200, 2);
const table = walkHistory(later.entries, later.outcomes);
const rows = Array.from(table.rows.keys(), (row) => rowOf(table, row));
const truth = new Map(later.outcomes.map((outcome) => [outcome.entryId, outcome]));
const known = later.entries.flatMap(({ id }, row) => {
  const outcome = truth.get(id);
  return outcome && row > 400 ? [{ outcome, features: rows[row] ?? new Float64Array(0) }] : [];
});
const isPositive = known.map(({ outcome }) => (outcome.isIrregular ? 1 : 0));

describe("a risk model, asked of a history that it never saw", () => {
  it("tells irregular from regular entries and says how likely each is", () => {
    const scores = known.map(({ features }) => scoreWith(model, features).probability);
    expect(areaUnderCurve({ scores, isPositive })).toBeGreaterThan(0.8);
    expect(calibrationError({ scores, isPositive })).toBeLessThan(0.05);
  });

  it("stays likely to the eye in its scorecard of whole points", () => {
    const scores = known.map(({ features }) => scoreByCard(model.scorecard, features).probability);
    expect(areaUnderCurve({ scores, isPositive })).toBeGreaterThan(0.75);
    const points = pointsOf(model.scorecard, known[0]?.features ?? new Float64Array(0));
    expect(points.every(Number.isInteger)).toBe(true);
  });

  it("names the kind of what is irregular first", () => {
    const found = known.filter(({ outcome }) => outcome.irregularity !== null);
    const right = found.filter(
      ({ outcome, features }) => typesOf(model, features)[0]?.irregularity === outcome.irregularity,
    );
    expect(right.length / found.length).toBeGreaterThan(0.8);
  });

  it("puts more revenue before less at the same chance, and expects no negative one", () => {
    for (const { features } of known.slice(0, 50)) expect(revenueAtRisk(model, features)).toBeGreaterThanOrEqual(0);
    const scores = known.map(({ features }) => priorityOf(model, features).probability);
    expect(areaUnderCurve({ scores, isPositive })).toBeGreaterThan(0.8);
  });

  it("explains each score exactly: base and contributions sum to its log-odds", () => {
    for (const { features } of known) {
      const { base, contributions, logOdds } = explainWith(model, features);
      const sum = contributions.reduce((total, each) => total + each, base);
      expect(Math.abs(sum - logOdds)).toBeLessThan(1e-9);
    }
  });
});

describe("training", () => {
  it("gives the same bytes for the same history and seed, and others for another seed", () => {
    const small = inventedHistory(600);
    const options = { ...OPTIONS, rounds: 10 };
    const bytes = (seed: number) => encodeModel(trainRiskModel(small.entries, small.outcomes, { ...options, seed }));
    expect(bytes(1)).toEqual(bytes(1));
    expect(bytes(2)).not.toEqual(bytes(1));
  });

  it("gives a model back from its bytes, and says why it cannot", () => {
    const again = decodeModel(encodeModel(model));
    for (const { features } of known.slice(0, 20))
      expect(scoreWith(again, features)).toEqual(scoreWith(model, features));
    expect(again).toEqual(model);
    expect(() => decodeModel(Uint8Array.of(1, 2, 3))).toThrow("not a risk model");
    expect(() => decodeModel(encodeModel({ ...model, features: ["another"] }))).toThrow("Train it again");
  });

  it("releases the wanted share of the latest entries, most of it without an audit", () => {
    const own = walkHistory(history.entries, history.outcomes);
    const lanes = history.entries.map((entry, row) =>
      laneFor(entry, priorityOf(model, rowOf(own, row)).logOdds, model.bands),
    );
    const share = (wanted: string) => lanes.filter((lane) => lane === wanted).length / lanes.length;
    expect(share("green") + share("blue")).toBeGreaterThan(0.7);
    expect(share("green")).toBeGreaterThan(share("blue"));
    expect(share("red")).toBeLessThan(0.15);
  });

  it("sends newcomers to papers where others would be examined", () => {
    const bands = { blueFrom: -4, yellowFrom: -3, redFrom: -1 };
    expect(laneFor({ importerAgeWeeks: 200 }, 0, bands)).toBe("red");
    expect(laneFor({ importerAgeWeeks: 3 }, 0, bands)).toBe("yellow");
    expect(laneFor({ importerAgeWeeks: null }, 0, bands)).toBe("red");
  });

  it("refuses what cannot teach, by name", () => {
    const regular = history.outcomes.map((outcome) => ({ ...outcome, isIrregular: false }));
    expect(() => trainRiskModel(history.entries, [], OPTIONS)).toThrow("No entry of the history was inspected");
    expect(() => trainRiskModel(history.entries, regular, OPTIONS)).toThrow("are regular; it takes both kinds");
  });

  it("learns from a history in which most is not stated", () => {
    const bare = history.entries.map((entry) => ({
      ...entry,
      importer: "",
      packages: null,
      freight: null,
      dutyRate: null,
    }));
    const { tried } = trainRiskModel(bare, history.outcomes, { ...OPTIONS, rounds: 20 });
    expect(tried?.areaUnderCurve).toBeGreaterThan(0.6);
  });
});

describe("a history that tells its outcomes", () => {
  const irregular = new Map(history.outcomes.map(({ entryId, isIrregular }) => [entryId, isIrregular]));

  it("is found by the column, whether that equals the outcome or is a number that rises with it", () => {
    const equal = history.entries.map((entry) => ({ ...entry, office: irregular.get(entry.id) ? "held" : "open" }));
    expect(targetLeaksOf(equal, history.outcomes)).toEqual([{ field: "office", told: 1 }]);
    const rising = history.entries.map((entry, index) => ({
      ...entry,
      duty: (irregular.get(entry.id) ? 1000 : 0) + (index % 977) / 10,
    }));
    expect(targetLeaksOf(rising, history.outcomes).map(({ field }) => field)).toEqual(["duty"]);
  });

  it("is not suspected for what honest columns tell", () => {
    expect(targetLeaksOf(history.entries, history.outcomes)).toEqual([]);
  });

  it("is found by goods lines that were copied under other importers, and each line teaches once", () => {
    const copied = history.entries.map((entry, index) => ({
      ...entry,
      commodityCode: "851712",
      netKg: 30 + (index % 9),
    }));
    const { share, learnable } = lookAlikesOf(copied, history.outcomes);
    expect(share).toBe(1);
    expect(learnable).toHaveLength(9);
  });

  it("keeps all outcomes where lines repeat as trade does", () => {
    const { share, learnable } = lookAlikesOf(history.entries, history.outcomes);
    expect(share).toBeLessThan(SUSPICIOUS_SHARE);
    expect(learnable).toBe(history.outcomes);
  });
});
