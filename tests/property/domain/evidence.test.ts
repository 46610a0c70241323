import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { type EvidenceEntry, entryHash, GENESIS, verifyChain } from "@/domain/evidence/chain";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const event = fc.record({
  kind: fc.constantFrom("document_received", "declaration_lodged", "review_decided"),
  actor: fc.uuid(),
  stage: fc.option(fc.constantFrom("bonded_exit", "domestic_distribution")),
  subject: fc.uuid(),
  facts: fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 12 }), { maxKeys: 4 }),
});

/** A chain as the log writes it. */
const chain = fc.array(event, { minLength: 2, maxLength: 12 }).map((events) => {
  const entries: EvidenceEntry[] = [];
  for (const [index, each] of events.entries()) {
    const at = new Date(Date.UTC(2026, 10, 24, 8, index)).toISOString();
    const entry = { ...each, at, sequence: index + 1, previousHash: entries.at(-1)?.hash ?? GENESIS };
    entries.push({ ...entry, hash: entryHash(sha256, entry) });
  }
  return entries;
});

const chainAndPlace = chain.chain((entries) => fc.tuple(fc.constant(entries), fc.nat(entries.length - 1)));

describe("the evidence chain", () => {
  it("holds as it was written", () => {
    fc.assert(
      fc.property(chain, (entries) => {
        expect(verifyChain(sha256, entries)).toEqual({
          valid: true,
          entries: entries.length,
          brokenAt: null,
          head: entries.at(-1)?.hash,
        });
      }),
    );
  });

  it("names the entry in which anything at all was changed", () => {
    const keys = ["at", "kind", "actor", "subject", "previousHash", "hash", "facts"] as const;
    fc.assert(
      fc.property(chainAndPlace, fc.constantFrom(...keys), ([entries, place], key) => {
        const change = (entry: EvidenceEntry): EvidenceEntry =>
          key === "facts"
            ? { ...entry, facts: { ...entry.facts, planted: "value" } }
            : { ...entry, [key]: `${entry[key]}0` };
        const forged = entries.map((entry, index) => (index === place ? change(entry) : entry));
        expect(verifyChain(sha256, forged)).toMatchObject({ valid: false, brokenAt: place + 1 });
      }),
    );
  });

  // Whoever changes an entry may compute its hash anew; the one after it still holds the old one.
  it("names the entry after one that was changed and hashed anew", () => {
    fc.assert(
      fc.property(chainAndPlace, ([entries, place]) => {
        fc.pre(place < entries.length - 1);
        const forged = entries.map((entry, index) => {
          if (index !== place) return entry;
          const other = { ...entry, actor: "somebody else" };
          return { ...other, hash: entryHash(sha256, other) };
        });
        expect(verifyChain(sha256, forged)).toMatchObject({ valid: false, brokenAt: place + 2 });
      }),
    );
  });

  it("names the place where an entry was dropped, and where two were swapped", () => {
    fc.assert(
      fc.property(chainAndPlace, ([entries, place]) => {
        fc.pre(place < entries.length - 1);
        const dropped = entries.filter((_, index) => index !== place);
        expect(verifyChain(sha256, dropped)).toMatchObject({ valid: false, brokenAt: place + 1 });
        const swapped = [...entries];
        const [first, second] = swapped.slice(place, place + 2);
        if (first && second) swapped.splice(place, 2, second, first);
        expect(verifyChain(sha256, swapped)).toMatchObject({ valid: false, brokenAt: place + 1 });
      }),
    );
  });

  // Whoever writes the whole log anew, without its first entries, has to number what is left from 1.
  it("does not hold when it begins to count elsewhere than at 1", () => {
    fc.assert(
      fc.property(chain, fc.integer({ min: 1, max: 5 }), (entries, more) => {
        let previousHash = GENESIS;
        const shifted = entries.map(({ hash: _hash, ...entry }) => {
          const moved = { ...entry, sequence: entry.sequence + more, previousHash };
          previousHash = entryHash(sha256, moved);
          return { ...moved, hash: previousHash };
        });
        expect(verifyChain(sha256, shifted)).toMatchObject({ valid: false, brokenAt: 1 });
      }),
    );
  });

  it("shows by an earlier anchor that its end was cut off or written anew", () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const anchor = { sequence: entries.length, hash: entries.at(-1)?.hash ?? "" };
        expect(verifyChain(sha256, entries, anchor).valid).toBe(true);
        expect(verifyChain(sha256, entries.slice(0, -1), anchor)).toMatchObject({
          valid: false,
          brokenAt: entries.length,
        });
      }),
    );
  });
});

describe("canonical JSON", () => {
  it("is read back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned as never)).toBe(canonicalJson(value as never));
      }),
    );
  });
});
