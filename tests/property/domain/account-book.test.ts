import fc from "fast-check";
import { expect, it } from "vitest";
import { allocate, type FreeLot } from "@/domain/account-book/allocate";
import { bindLines, type StockedItem } from "@/domain/account-book/bind";
import type { AccountBook, BookItem } from "@/domain/account-book/book";
import {
  available,
  EMPTY,
  ENTRY_KINDS,
  enter,
  type Movement,
  standingOf,
  statementRow,
} from "@/domain/account-book/ledger";
import { inThreeUnits, movedBetween, parseQuantity } from "@/domain/account-book/quantity";
import { aggregate, isBalanced } from "@/domain/account-book/verification-list";
import { add, compare, type Decimal, decimal, subtract, sum, ZERO } from "@/domain/shared/decimal";
import { addDays } from "@/domain/shared/local-date";

const DAY = "2026-11-27";
const quantities = fc.bigInt({ min: 1n, max: 9_999_999n }).map((units): Decimal => ({ units, scale: 5 }));
const factors = fc.record({
  legalFactor1: fc.integer({ min: 1, max: 99_999_999 }).map((n) => (n / 100_000).toFixed(5)),
  legalFactor2: fc.option(fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 100_000).toFixed(5))),
});
const movements = fc.array(
  fc
    .record({ kind: fc.constantFrom(...ENTRY_KINDS), size: quantities, isNegative: fc.boolean() })
    .map(({ kind, size, isNegative }): Movement => ({ kind, declared: isNegative ? subtract(ZERO, size) : size })),
  { maxLength: 40 },
);
const isSame = (a: Decimal, b: Decimal) => compare(a, b) === 0;

/** Carries out what the ledger admits. */
function carryOut(asked: readonly Movement[], conversion = { legalFactor1: "1", legalFactor2: null as string | null }) {
  let standing = EMPTY;
  const entries = asked.flatMap((movement) => {
    const entered = enter(standing, movement, conversion);
    if (!entered.ok) return [];
    standing = entered.value;
    return [{ ...entered.value, declared: movement.declared }];
  });
  return { standing, entries };
}

it("whatever is asked, the sum of the entries is the balance, and neither it nor what is free falls below zero", () => {
  fc.assert(
    fc.property(movements, (asked) => {
      const { standing, entries } = carryOut(asked);
      const summed = standingOf(entries);
      expect(isSame(summed.balance, standing.balance) && isSame(summed.reserved, standing.reserved)).toBe(true);
      for (const entry of entries)
        for (const value of [entry.balance, entry.reserved, available(entry)])
          expect(compare(value, ZERO)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it("the three balances convert into each other at any time, and nothing is left in one when the others are used up", () => {
  fc.assert(
    fc.property(movements, factors, (asked, conversion) => {
      const stock = asked.filter(({ kind }) => kind !== "reserve" && kind !== "release" && kind !== "out");
      const { standing, entries } = carryOut(stock, conversion);
      const expected = inThreeUnits(standing.balance, conversion);
      expect(isSame(sum(entries.map(({ moved }) => moved.legal1)), expected.legal1)).toBe(true);
      const second = sum(entries.flatMap(({ moved }) => (moved.legal2 ? [moved.legal2] : [])));
      expect(isSame(second, expected.legal2 ?? ZERO)).toBe(true);
      expect(entries.every(({ moved }) => (moved.legal2 === null) === (conversion.legalFactor2 === null))).toBe(true);
    }),
  );
});

it("a movement differs from its own conversion by the last digit at most", () => {
  fc.assert(
    fc.property(quantities, quantities, factors, (before, moved, conversion) => {
      const between = movedBetween(before, add(before, moved), conversion).legal1;
      const own = inThreeUnits(moved, conversion).legal1;
      const off = subtract(between, own);
      expect(compare(off.units < 0n ? { ...off, units: -off.units } : off, decimal("0.00001"))).toBeLessThanOrEqual(0);
    }),
  );
});

it("a statement's after is its before and what moved, and the before of the next row", () => {
  fc.assert(
    fc.property(movements, (asked) => {
      const rows = carryOut(asked).entries.map((entry) => statementRow({ ...entry, kind: entry.kind }));
      rows.forEach((row, index) => {
        expect(isSame(add(row.before, row.moved), row.after)).toBe(true);
        expect(isSame(row.before, rows[index - 1]?.after ?? ZERO)).toBe(true);
      });
    }),
  );
});

const lots = fc
  .array(
    fc.record({
      quantity: quantities,
      days: fc.option(fc.integer({ min: -40, max: 90 })),
      arrived: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 8 },
  )
  .map((all): readonly FreeLot[] =>
    all.map(({ quantity, days, arrived }, index) => ({
      lot: {
        id: `lot-${index}`,
        itemId: "item",
        lotNumber: `L${index}`,
        producedOn: null,
        expiresOn: days === null ? null : addDays(DAY, days),
        receivedOn: addDays("2026-01-01", arrived),
      },
      available: quantity,
    })),
  );

it("an allocation takes what is asked or all there is, never of an expired lot, and the nearest expiry first", () => {
  fc.assert(
    fc.property(lots, quantities, (all, needed) => {
      const { taken, missing, passedOver } = allocate(needed, all, DAY);
      expect(isSame(add(sum(taken.map(({ quantity }) => quantity)), missing), needed)).toBe(true);
      const of = (id: string) => all.find(({ lot }) => lot.id === id);
      const expiries = taken.map(({ lotId }) => of(lotId)?.lot.expiresOn ?? "9999-12-31");
      expect(expiries.every((day) => day >= DAY)).toBe(true);
      expect(expiries).toEqual(expiries.toSorted());
      // But for the last, a lot is used up before the next one is begun.
      for (const { lotId, quantity } of taken.slice(0, -1))
        expect(isSame(quantity, of(lotId)?.available ?? ZERO)).toBe(true);
      expect(passedOver.map(({ lotId }) => lotId)).toEqual(
        all.filter(({ lot }) => lot.expiresOn !== null && lot.expiresOn < DAY).map(({ lot }) => lot.id),
      );
    }),
  );
});

const book: AccountBook = {
  ...{ id: "book", emsNo: "T2201W000001", type: "T", company: "Firm", customsCode: "2201" },
  ...{ validEnd: "2027-12-31", allocation: "fifo" },
};
const item: BookItem = {
  ...{ id: "item", bookId: "book", itemNo: 1, productCode: "P", commodityCode: "9503008900", description: "Toys" },
  ...{ declaredUnit: "piece", legalUnit1: "piece", legalFactor1: "1", legalUnit2: "kilogram", legalFactor2: "0.4" },
  ...{ origin: "DE", unitPrice: "3", currency: "EUR" },
};

it("lines of one declaration never count on the same goods", () => {
  fc.assert(
    fc.property(lots, fc.array(quantities, { minLength: 1, maxLength: 6 }), (all, needs) => {
      const stock: readonly StockedItem[] = [{ item, book, lots: all }];
      const lines = needs.map((needed, index) => ({
        ...{ number: index + 1, commodityCode: "9503008900", origin: "DE", unit: "PCS" },
        quantity: `${needed.units / 100_000n}.${(needed.units % 100_000n).toString().padStart(5, "0")}`,
      }));
      const bound = bindLines(lines, stock, [], DAY);
      for (const { lot, available: free } of all) {
        const used = bound.flatMap(({ taken }) => taken.filter(({ lotId }) => lotId === lot.id));
        expect(compare(sum(used.map(({ quantity }) => quantity)), free)).toBeLessThanOrEqual(0);
      }
      for (const { line, taken, fault } of bound)
        if (fault === null) expect(isSame(sum(taken.map((each) => each.quantity)), decimal(line.quantity))).toBe(true);
        else expect(taken).toEqual([]);
    }),
  );
});

it("a verification list has every released line once, with equal totals in each unit; one that has not is known", () => {
  const released = fc
    .array(fc.record({ itemId: fc.constantFrom("a", "b", "c"), quantity: quantities }), { minLength: 1, maxLength: 12 })
    .map((all) =>
      all.map(({ itemId, quantity }, index) => ({
        ...{ entryId: `e${index}`, itemId },
        quantities: inThreeUnits(quantity, { legalFactor1: "0.4", legalFactor2: itemId === "a" ? "2" : null }),
      })),
    );
  fc.assert(
    fc.property(released, (lines) => {
      const list = aggregate(lines);
      expect(isBalanced(list, lines)).toBe(true);
      expect(isBalanced(list, lines.slice(1))).toBe(false);
      const [first, ...rest] = list;
      const forged = first && {
        ...first,
        quantities: { ...first.quantities, legal1: add(first.quantities.legal1, decimal("0.00001")) },
      };
      expect(isBalanced(forged ? [forged, ...rest] : [], lines)).toBe(false);
    }),
  );
});

it("reads what a book can hold and nothing that it would have to round", () => {
  expect(parseQuantity("0.00001")).toEqual({ units: 1n, scale: 5 });
  expect(parseQuantity("9999999999999.99999")).not.toBeNull();
  for (const text of ["0.000001", "10000000000000", "1e3", "1,000", ""]) expect(parseQuantity(text)).toBeNull();
});
