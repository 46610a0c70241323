import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBits, encodeBits } from "@/adapters/credentials/status-list";
import { digitalLinkPath, parseDigitalLink } from "@/domain/passport/digital-link";
import { gtinCheckDigit, parseGtin } from "@/domain/passport/gtin";
import { isStatusSet, STATUS_LIST_SIZE, statusBits } from "@/domain/passport/status-bits";

const DIGITS = "0123456789";
const body = (length: number) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length - 1, maxLength: length - 1 });
const gtin = fc
  .constantFrom(8, 12, 13, 14)
  .chain(body)
  .map((digits) => `${digits}${gtinCheckDigit(digits)}`);
const CHARACTERS = [...Array(0x7b).keys()]
  .map((code) => String.fromCharCode(code))
  .filter((one) => /[!"%-?A-Z_a-z]/.test(one));
const number = fc.option(fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 20 }), {
  nil: null,
});

describe("a GTIN", () => {
  it("with one digit changed is never another GTIN", () => {
    fc.assert(
      fc.property(gtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, by) => {
        const at = place % text.length;
        const changed = `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`;
        expect(parseGtin(text).ok).toBe(true);
        expect(parseGtin(changed)).toEqual({ ok: false, error: "gtin_check_digit" });
      }),
    );
  });
});

describe("a Digital Link", () => {
  it("leads back to the goods that it was made for, from every path and host", () => {
    fc.assert(
      fc.property(gtin, number, number, (text, batch, serial) => {
        const goods = { gtin: text.padStart(14, "0"), batch, serial };
        const path = digitalLinkPath(goods);
        expect(parseDigitalLink(path)).toEqual({ ok: true, value: goods });
        expect(parseDigitalLink(`https://any.example/behind${path}?linkType=all`)).toEqual({ ok: true, value: goods });
      }),
    );
  });

  it("of any text is read or refused, and never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseDigitalLink(`/01/${text}`).ok).toBe("boolean");
      }),
    );
  });
});

describe("a status list", () => {
  it("has just the places set that were given, also after it was packed and unpacked", () => {
    const place = fc.integer({ min: 0, max: STATUS_LIST_SIZE - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(place, { maxLength: 50 }), fc.array(place, { maxLength: 50 }), (set, asked) => {
        const bits = decodeBits(encodeBits(statusBits(set)));
        expect(bits?.length).toBe(STATUS_LIST_SIZE / 8);
        for (const index of [...set, ...asked])
          expect(isStatusSet(bits ?? new Uint8Array(), index)).toBe(set.includes(index));
      }),
      { numRuns: 30 },
    );
  });

  it("says nothing of a place that it has not, and is not made with one", () => {
    expect(isStatusSet(statusBits([]), STATUS_LIST_SIZE)).toBeNull();
    expect(isStatusSet(statusBits([]), -1)).toBeNull();
    expect(() => statusBits([STATUS_LIST_SIZE])).toThrow(/No place/);
    expect(statusBits([0])[0]).toBe(128);
  });

  it("that is no list, or would never end, is not read", () => {
    expect(decodeBits("H4sI")).toBeNull();
    expect(decodeBits("unonsense")).toBeNull();
    expect(decodeBits(encodeBits(new Uint8Array(2_000_000)))).toBeNull();
  });
});
