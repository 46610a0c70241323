import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { TaxView } from "@/contracts/views/declaration";
import { DECLARATION_STATES, type RiskView } from "@/contracts/views/shipment";
import en from "@/messages/en.json";
import zh from "@/messages/zh.json";
import { assessedTax, panelWords, standingRisk } from "@/ui/declaration/standing";

const tax = { total: "10.00" } as TaxView;
const risk = [{ lane: "yellow" }] as RiskView[];

describe("a declaration that was withdrawn", () => {
  const declarationState = "withdrawn" as const;

  it("is lodged anew and not amended", () => {
    expect(panelWords({ declarationState })).toEqual({ title: "withdrawn", act: "submit" });
    expect(panelWords({ declarationState: "draft" })).toEqual({ title: "title", act: "submit" });
    expect(panelWords({ declarationState: "lodged" })).toEqual({ title: "lodged", act: "amend" });
  });

  it("leaves neither an assessed tax nor a lane, and one that is lodged has both", () => {
    expect(assessedTax({ declarationState, tax })).toBeNull();
    expect(standingRisk({ declarationState, risk })).toBeUndefined();
    expect(assessedTax({ declarationState: "lodged", tax })).toBe(tax);
    expect(standingRisk({ declarationState: "lodged", risk })).toBe(risk[0]);
  });

  it("is called a draft again by the line of the gates, in both languages", () => {
    const says = (locale: string, messages: typeof en) => {
      const t = createTranslator({ locale, messages, namespace: "gates" });
      return DECLARATION_STATES.map((state) => t(state, { version: 1 }));
    };
    expect(says("en", en)).toEqual(["draft", "v1 lodged", "v1 withdrawn; draft"]);
    expect(says("zh", zh as typeof en)).toEqual(["草稿", "第 1 版已申报", "第 1 版已撤销；草稿"]);
  });
});
