import { describe, expect, it } from "vitest";
import type { InventoryMessage } from "@/domain/message/message";
import { projectCancellation, projectReturn } from "@/domain/message/project-application";
import { projectDeclaration } from "@/domain/message/project-declaration";
import { projectInventory } from "@/domain/message/project-inventory";
import { DISPATCH, RETAIL_FACTS, TRADE_FACTS } from "../../../support/message-requests";
import { content, known, line } from "../fixtures";

const goods = line(1, { quantity: "2.00", unit: "pcs", unitPrice: "500.00", amount: "1000.00" });
const retail = (given: Parameters<typeof content>[0] = {}) =>
  content({ regime: "1210", packages: "1", netWeightKg: "1.5", grossWeightKg: "2.0", lines: [goods], ...given });

function made(result: ReturnType<typeof projectInventory>): InventoryMessage {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function faultsOf(result: { ok: true } | { ok: false; error: readonly object[] }) {
  return result.ok ? [] : result.error;
}

describe("the inventory list of a declaration", () => {
  it("says what was declared, in the one writing of numbers and units", () => {
    const { head, lines } = made(projectInventory(retail(), RETAIL_FACTS, DISPATCH));
    expect(head).toMatchObject({ regime: "1210", currency: "CNY", grossWeightKg: "2", freight: "0", packages: "1" });
    expect(lines[0]).toMatchObject({
      quantity: "2",
      unit: "C62",
      price: "500",
      total: "1000",
      commodityCode: "8518302000",
    });
  });

  it("out of a bonded zone leaves the transport out though it is known, and leaves China", () => {
    const facts = {
      ...RETAIL_FACTS,
      conveyance: "CZ 3081",
      voyage: "1",
      billNumber: "180-12345675",
      departureCountry: "DE",
    };
    expect(made(projectInventory(retail(), facts, DISPATCH)).head).toMatchObject({
      conveyance: null,
      voyage: null,
      billNumber: null,
      departureCountry: "CN",
      accountBook: "T5301B000001",
      areaCode: "4403660A01",
    });
  });

  it("out of a bonded zone demands the account book and the area", () => {
    const facts = { ...RETAIL_FACTS, accountBook: null, areaName: null };
    expect(faultsOf(projectInventory(retail(), facts, DISPATCH))).toEqual([
      expect.objectContaining({
        code: "required",
        form: "CEB621",
        field: "head/accountBook",
        from: "facts.accountBook",
      }),
      expect.objectContaining({ code: "required", field: "head/areaName", from: "facts.areaName" }),
    ]);
  });

  it("of a direct import demands the transport and names no account book", () => {
    const direct = retail({ regime: "9610" });
    expect(faultsOf(projectInventory(direct, { ...RETAIL_FACTS, departureCountry: "DE" }, DISPATCH))).toEqual(
      ["conveyance", "voyage", "billNumber"].map((field) =>
        expect.objectContaining({ code: "required", field: `head/${field}`, from: `facts.${field}` }),
      ),
    );
    const facts = { ...RETAIL_FACTS, departureCountry: "DE", conveyance: "CZ 3081", voyage: "1", billNumber: "B1" };
    expect(made(projectInventory(direct, facts, DISPATCH)).head).toMatchObject({
      accountBook: null,
      areaCode: null,
      departureCountry: "DE",
    });
  });

  it("names the declared field that a fault comes from", () => {
    const wrong = retail({ currency: "EUR", packages: "4", lines: [{ ...goods, unitPrice: null }] });
    expect(faultsOf(projectInventory(wrong, RETAIL_FACTS, DISPATCH))).toEqual([
      expect.objectContaining({
        code: "not_in_list",
        field: "head/currency",
        from: "declaration.currency",
        expected: "CNY",
      }),
      expect.objectContaining({
        code: "not_in_list",
        field: "head/packages",
        from: "declaration.packages",
        value: "4",
      }),
      expect.objectContaining({ code: "not_in_list", field: "lines/1/currency", from: "declaration.currency" }),
      expect.objectContaining({ code: "required", field: "lines/1/price", from: "declaration.lines/1/unitPrice" }),
    ]);
  });

  it("does not guess a unit that it does not know", () => {
    const wrong = retail({ lines: [{ ...goods, unit: known("parcels") }] });
    expect(faultsOf(projectInventory(wrong, RETAIL_FACTS, DISPATCH))).toEqual([
      expect.objectContaining({ field: "lines/1/unit", from: "declaration.lines/1/unit", value: "parcels" }),
    ]);
  });

  it("is no message of general trade", () => {
    expect(faultsOf(projectInventory(retail({ regime: "0110" }), { ...RETAIL_FACTS }, DISPATCH))).toContainEqual(
      expect.objectContaining({ code: "not_in_list", field: "head/regime", from: "declaration.regime" }),
    );
  });
});

describe("an application about a list", () => {
  const list = made(projectInventory(retail(), RETAIL_FACTS, DISPATCH));
  const next = { ...DISPATCH, messageId: "6B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4A5B" };

  it("to cancel has the list's own values and the entry number", () => {
    const made = projectCancellation(list, "53012026I000000001", "买家取消订单", next);
    expect(made).toMatchObject({
      ok: true,
      value: {
        head: { ownNumber: list.head.ownNumber, buyerName: list.head.buyerName, entryNumber: "53012026I000000001" },
      },
    });
  });

  it("without an entry number is refused, for there is nothing to cancel", () => {
    expect(faultsOf(projectCancellation(list, null, "买家取消订单", next))).toEqual([
      expect.objectContaining({ code: "required", field: "head/entryNumber", from: "facts.entryNumber" }),
    ]);
  });

  it("to return goods names those that come back, and at least one", () => {
    const returned = projectReturn(list, "53012026I000000001", "质量问题", new Map([["1", "1"]]), next);
    expect(returned).toMatchObject({ ok: true, value: { lines: [{ number: "1", quantity: "1", unit: "C62" }] } });
    expect(faultsOf(projectReturn(list, "53012026I000000001", "质量问题", new Map(), next))).toEqual([
      expect.objectContaining({ code: "required", field: "lines" }),
    ]);
  });

  it("to return more than the list has is refused", () => {
    expect(faultsOf(projectReturn(list, "53012026I000000001", "质量问题", new Map([["1", "3"]]), next))).toEqual([
      expect.objectContaining({ code: "wrong_count", field: "lines/1/quantity", value: "3", expected: "2" }),
    ]);
    expect(faultsOf(projectReturn(list, "53012026I000000001", "质量问题", new Map([["7", "1"]]), next))).toContainEqual(
      expect.objectContaining({ code: "wrong_reference", field: "lines/7", from: "facts.returned/7" }),
    );
  });
});

describe("the general-trade declaration", () => {
  const trade = (given: Parameters<typeof content>[0] = {}) => content({ lines: [goods], ...given });

  it("says what was declared, the consignee before the buyer", () => {
    const result = projectDeclaration(trade({ consignee: "Consignee Ltd" }), TRADE_FACTS);
    expect(result).toMatchObject({
      ok: true,
      value: {
        head: { consigneeName: "Consignee Ltd", consignorName: "Brightwell Audio GmbH", billNumber: "180-12345675" },
      },
    });
  });

  it("does not cut what is too long for the form", () => {
    const seller = "Seller ".repeat(11).trim();
    expect(faultsOf(projectDeclaration(trade({ seller }), TRADE_FACTS))).toEqual([
      expect.objectContaining({
        code: "too_long",
        field: "head/consignorName",
        from: "declaration.seller",
        expected: "70",
      }),
    ]);
  });
});
