import fc from "fast-check";
import { describe, it } from "vitest";
import { asLists, asNames, asNumbers, asPorts, asWeights, exactly, similarity } from "@/domain/reconciliation/likeness";
import { reconcileDocuments } from "@/domain/reconciliation/reconcile-documents";
import { fact } from "../../unit/domain/fixtures";

const number = fc
  .tuple(fc.nat(100_000), fc.nat(99))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, "0")}`);
const text = fc.string({ minLength: 1, maxLength: 24 });

describe("a likeness", () => {
  it("is the same from either side, and of a thing with itself", () => {
    for (const [likeness, values] of [
      [exactly, number],
      [asWeights, number],
      [asNumbers, text],
      [asNames, text],
      [asPorts, text],
      [asLists, text],
    ] as const)
      fc.assert(
        fc.property(values, values, (a, b) => likeness(a, b) === likeness(b, a) && likeness(a, a) === "same"),
        { numRuns: 60 },
      );
  });

  it("of texts is a share between nothing and all", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const share = similarity(a, b);
        return share >= 0 && share <= 1 && Math.abs(share - similarity(b, a)) < 1e-9;
      }),
    );
  });
});

it("a conflict does not depend on the order in which documents came", () => {
  const statements = fc.array(fc.record({ document: fc.nat(4), value: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(statements, (given) => {
      const facts = given.map(({ document, value }) =>
        fact("packages", String(value), { documentId: `d${document}`, documentType: "packing_list" }),
      );
      const outcome = (all: typeof facts) => reconcileDocuments(all)[0]?.outcome;
      return outcome(facts) === outcome([...facts].reverse());
    }),
  );
});
