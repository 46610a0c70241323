import fc from "fast-check";
import { expect, it } from "vitest";
import { isSecured, outstanding, securedBy } from "@/domain/release/security";
import { decimal, formatDecimal } from "@/domain/shared/decimal";

const cents = fc.bigInt({ min: 0n, max: 10n ** 12n });
const text = (units: bigint) => formatDecimal({ units, scale: 2 });
const securities = fc.array(fc.record({ kind: fc.constantFrom("guarantee" as const, "payment" as const), cents }), {
  maxLength: 6,
});

it("is complete just when nothing is open, and paying what is open completes it", () => {
  fc.assert(
    fc.property(cents, securities, (total, given) => {
      const held = given.map((each) => ({ kind: each.kind, amount: text(each.cents) }));
      const open = outstanding(text(total), held);
      const sum = given.reduce((all, each) => all + each.cents, 0n);
      expect(decimal(open).units).toBe(sum >= total ? 0n : total - sum);
      expect(isSecured(text(total), held)).toBe(sum >= total);
      expect(securedBy(text(total), held) === "none").toBe(sum < total);
      expect(isSecured(text(total), [...held, { kind: "payment", amount: open }])).toBe(true);
    }),
  );
});
