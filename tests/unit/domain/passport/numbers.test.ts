import { describe, expect, it } from "vitest";
import { digitalLinkPath, parseDigitalLink, widerKeys } from "@/domain/passport/digital-link";
import { parseGtin } from "@/domain/passport/gtin";

const fullOf = (text: string) => {
  const parsed = parseGtin(text);
  return parsed.ok ? parsed.value : parsed.error;
};
const goods = { gtin: "09520123456788", batch: null, serial: null };
const linkOf = (link: string) => {
  const parsed = parseDigitalLink(link);
  return parsed.ok ? parsed.value : parsed.error;
};

describe("a GTIN", () => {
  it("of 8, 12, 13 or 14 digits is the fourteen that systems compare", () => {
    expect(fullOf("96385074")).toBe("00000096385074");
    expect(fullOf("614141000036")).toBe("00614141000036");
    expect(fullOf("4006381333931")).toBe("04006381333931");
    expect(fullOf("0952-0123 456788")).toBe("09520123456788");
  });

  it("with another check digit or length is refused and never mended", () => {
    expect(fullOf("4006381333932")).toBe("gtin_check_digit");
    expect(fullOf("40063813339")).toBe("gtin_form");
    expect(fullOf("95201234567O8")).toBe("gtin_form");
  });
});

describe("a Digital Link", () => {
  it("names goods, batch and piece behind any host, whatever stands before or behind them", () => {
    expect(linkOf("https://id.gs1.org/01/09520123456788/10/ABC%2F1/21/12345?17=271231")).toEqual({
      ...goods,
      ...{ batch: "ABC/1", serial: "12345" },
    });
    expect(linkOf("https://brand.example/some/where/01/9520123456788#x")).toEqual(goods);
    expect(linkOf("/gtin/09520123456788/lot/7")).toEqual({ ...goods, batch: "7" });
    expect(linkOf("/01/09520123456788/22/2A/21/9")).toEqual({ ...goods, serial: "9" });
  });

  it("is refused with its parts in another order, twice, half, or with what no number may have", () => {
    expect(linkOf("/01/09520123456788/21/1/10/A")).toBe("link_key_order");
    expect(linkOf("/01/09520123456788/10/A/10/B")).toBe("link_key_order");
    expect(linkOf("/01/09520123456788/10")).toBe("link_form");
    expect(linkOf("/01/09520123456788/99/1")).toBe("link_form");
    expect(linkOf("/passports/x")).toBe("link_form");
    expect(linkOf("/01/09520123456788/10/a%20b")).toBe("link_value");
    expect(linkOf("/01/09520123456788/10/%E4%B8%AD")).toBe("link_value");
    expect(linkOf("/01/09520123456788/10/%")).toBe("link_value");
    expect(linkOf(`/01/09520123456788/21/${"x".repeat(21)}`)).toBe("link_value");
    expect(linkOf("/01/09520123456787")).toBe("gtin_check_digit");
  });

  it("is written in the one order, with what would end a part escaped", () => {
    expect(digitalLinkPath({ ...goods, batch: "A/B?", serial: "%1" })).toBe("/01/09520123456788/10/A%2FB%3F/21/%251");
  });

  it("of a piece leads on to its batch and then its model", () => {
    const piece = { ...goods, batch: "B", serial: "S" };
    expect(widerKeys(piece)).toEqual([piece, { ...goods, serial: "S" }, { ...goods, batch: "B" }, goods]);
    expect(widerKeys(goods)).toEqual([goods]);
  });
});
