import { readCommodityCode } from "../tariff/commodity-code";
import type { DeclarationDraft } from "./assemble";
import type { Fact } from "./facts";
import type { Issue } from "./issue";
import { leafIssue } from "./leaf";

/** Codes of which only the six digits were taken that all tariffs share: the national line is for a person to name. */
export function checkCodes(draft: DeclarationDraft, facts: readonly Fact[]): readonly Issue[] {
  const stated = new Map(facts.map((fact) => [fact.id, fact.value]));
  return draft.lines.flatMap(({ number, commodityCode }) => {
    const read = readCommodityCode(stated.get(commodityCode?.source.fieldId ?? "") ?? "");
    if (!read.ok || read.value.cutFrom === null || commodityCode?.value !== read.value.code) return [];
    const { code, cutFrom } = read.value;
    const parameters = { line: String(number), code, stated: cutFrom, digits: String(cutFrom.length) };
    return [leafIssue("code_cut", `lines.${number}.commodityCode`, commodityCode, parameters, { severity: "warning" })];
  });
}
