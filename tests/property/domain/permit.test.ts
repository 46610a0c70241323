import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { misfitOf, type UsedPermit } from "@/domain/permit/fits";
import { onlyPermit, referenceStanding } from "@/domain/permit/meets";
import { comparableNumber } from "@/domain/permit/number-format";
import type { PermitGoods } from "@/domain/permit/permit";

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, "0")}`);
const line: fc.Arbitrary<PermitGoods> = fc.record({
  number: fc.integer({ min: 1, max: 3 }),
  description: fc.constantFrom("Red wine", "Wooden toys"),
  commodityCode: fc.constantFrom("2204210000", "9503002100", "9503008900"),
  origin: fc.constantFrom("FR", "DK"),
  quantity: fc.integer({ min: 1, max: 50 }).map(String),
  unit: fc.constantFrom("PCS", "kg"),
});
const lines = fc.uniqueArray(line, { selector: ({ number }) => number, minLength: 1, maxLength: 3 });
const permit: fc.Arbitrary<UsedPermit> = fc
  .record({
    id: fc.uuid(),
    number: fc.integer({ min: 1, max: 9 }).map((serial) => `CN-2026-${serial}`),
    days: fc.tuple(day, day),
    isOpenEnded: fc.boolean(),
    isWithdrawn: fc.boolean(),
    commodityPrefixes: fc.subarray(["22", "9503"]),
    origins: fc.subarray(["FR", "DK"]),
    words: fc.subarray(["wine", "toys"], { maxLength: 1 }),
    quantity: fc.option(fc.integer({ min: 1, max: 100 }).map(String), { nil: null }),
    used: fc.integer({ min: 0, max: 60 }).map(String),
    holder: fc.constantFrom("A", "B"),
  })
  .map(({ days, isOpenEnded, quantity, ...rest }) => {
    const [validFrom = "", last = ""] = days.toSorted();
    const kind = "compulsory_certificate";
    const unit = quantity === null ? null : ("piece" as const);
    return { ...rest, kind, issuer: "C", validFrom, validTo: isOpenEnded ? null : last, quantity, unit };
  });
const permits = fc.uniqueArray(permit, { selector: ({ number }) => number, maxLength: 4 });

function isNamed({ commodityPrefixes, origins, words }: UsedPermit, goods: PermitGoods): boolean {
  const hasCode =
    commodityPrefixes.length === 0 || commodityPrefixes.some((prefix) => goods.commodityCode.startsWith(prefix));
  const hasOrigin = origins.length === 0 || origins.includes(goods.origin);
  return hasCode && hasOrigin && words.every((word) => goods.description.toLowerCase().includes(word));
}

describe("a permit", () => {
  it("is said to meet goods only if it holds on the day, names them, and has that much left", () => {
    fc.assert(
      fc.property(permit, lines, day, (each, goods, on) => {
        if (misfitOf(each, goods, on) !== null) return;
        expect(each.isWithdrawn).toBe(false);
        expect(each.validFrom <= on && (each.validTo === null || on <= each.validTo)).toBe(true);
        expect(goods.filter((one) => !isNamed(each, one))).toEqual([]);
        const wanted = goods.reduce((all, { quantity }) => all + Number(quantity), 0);
        if (each.quantity !== null) expect(Number(each.used) + wanted).toBeLessThanOrEqual(Number(each.quantity));
      }),
    );
  });

  it("that does not meet goods says which permit it is and what disagrees", () => {
    fc.assert(
      fc.property(permit, lines, day, (each, goods, on) => {
        const misfit = misfitOf(each, goods, on);
        if (misfit) expect(misfit.parameters.number).toBe(each.number);
      }),
    );
  });
});

describe("a stated number", () => {
  it("is believed where it is on no record, and counts where it is on one only if that fits", () => {
    fc.assert(
      fc.property(
        permits,
        lines,
        day,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom("", "-", "/"),
        (known, goods, on, serial, mark) => {
          const reference = ["cn", "2026", serial].join(mark);
          const named = known.find(({ number }) => comparableNumber(number) === comparableNumber(reference));
          const standing = referenceStanding(reference, known, goods, on);
          const fits = named && misfitOf(named, goods, on) === null ? "met" : "not_met";
          expect(standing.kind).toBe(named ? fits : "not_on_record");
        },
      ),
    );
  });

  it("takes each line to at most one permit, so that no quantity is taken twice", () => {
    fc.assert(
      fc.property(permits, lines, day, (known, goods, on) => {
        const standing = referenceStanding(known.map(({ number }) => number).join(" "), known, goods, on);
        if (standing.kind !== "met") return;
        const taken = standing.covers.flatMap((cover) => cover.lines.map(({ number }) => number));
        expect(taken.toSorted()).toEqual(goods.map(({ number }) => number).toSorted());
      }),
    );
  });
});

describe("a number that was withdrawn", () => {
  it("is withdrawn only as long as no permit on record has it", () => {
    fc.assert(
      fc.property(permits, lines, day, fc.boolean(), (known, goods, on, isFirst) => {
        const reference = known.map(({ number }) => number).join(" ");
        const old = known
          .filter(({ isWithdrawn }) => !isWithdrawn)
          .map((each) => ({ ...each, id: `old-${each.id}`, number: `${each.number} `, isWithdrawn: true }));
        const all = isFirst ? [...old, ...known] : [...known, ...old];
        expect(referenceStanding(reference, all, goods, on)).toEqual(referenceStanding(reference, known, goods, on));
        if (known.length > old.length)
          expect(referenceStanding(reference, all, goods, on)).toMatchObject({ kind: "not_met" });
      }),
    );
  });
});

describe("permits that hold on the day and are stated together", () => {
  const holding = fc.uniqueArray(
    permit.map((each) => ({
      ...each,
      ...{ validFrom: "2026-11-01", validTo: null, isWithdrawn: false, quantity: null, unit: null },
    })),
    { selector: ({ number }) => number, minLength: 1, maxLength: 4 },
  );
  const together = (known: readonly UsedPermit[]) => known.map(({ number }) => number).join(" ");

  it("meet the requirement exactly where each line has one of them and each of them has a line, in any order", () => {
    fc.assert(
      fc.property(holding, lines, (known, goods) => {
        const isCovered = goods.every((one) => known.some((each) => isNamed(each, one)));
        const isNoneStray = known.every((each) => goods.some((one) => isNamed(each, one)));
        const expected = isCovered && isNoneStray ? "met" : "not_met";
        expect(referenceStanding(together(known), known, goods, "2026-11-15").kind).toBe(expected);
        expect(referenceStanding(together(known), known.toReversed(), goods, "2026-11-15").kind).toBe(expected);
      }),
    );
  });

  it("leave no line open where two of them are for one line and none is for the other", () => {
    fc.assert(
      fc.property(fc.tuple(permit, permit), lines, ([first, second], goods) => {
        const [one] = goods;
        if (!one || goods.length < 2) return;
        const others = goods.slice(1).map((each) => ({ ...each, origin: "CN" }));
        const known = [first, second].map((each, index) => ({
          ...each,
          ...{ number: `CN-2026-${index}`, commodityPrefixes: [], words: [], origins: [one.origin] },
          ...{ validFrom: "2026-11-01", validTo: null, isWithdrawn: false, quantity: null, unit: null },
        }));
        const standing = referenceStanding(together(known), known, [one, ...others], "2026-11-15");
        expect(standing).toMatchObject({
          kind: "not_met",
          misfit: { fault: "permit_origin_outside", parameters: { line: String(others[0]?.number) } },
        });
      }),
    );
  });
});

describe("a permit that meets a requirement by itself", () => {
  it("is the firm's own, fits, and is the only one that does", () => {
    fc.assert(
      fc.property(permits, lines, day, (known, goods, on) => {
        const fitting = known.filter((each) => each.holder === "A" && misfitOf(each, goods, on) === null);
        const chosen = onlyPermit(known, goods, on, (holder) => holder === "A");
        expect(chosen?.permit ?? null).toBe(fitting.length === 1 ? fitting[0] : null);
      }),
    );
  });
});
