import * as z from "zod/mini";
import type { LawChangeInput } from "@/contracts/law";
import type { LawFactView } from "@/contracts/views/law";
import { FACT_KINDS } from "@/domain/law/change";
import { isLocalDate } from "@/domain/shared/local-date";
import { parseDuty } from "@/domain/tariff/duty-text";
import { JURISDICTIONS } from "@/domain/tariff/jurisdiction";
import { filled } from "@/ui/parts/form";

const plain = z.string().check(z.trim(), z.maxLength(200, "long"));

/** A change as it is typed; each kind of fact takes the fields that it knows. */
export const changeSchema = z.object({
  kind: z.enum(FACT_KINDS),
  search: plain,
  replaces: z.string(),
  onlyEnds: z.boolean(),
  rate: plain,
  code: plain,
  measure: z.enum(["mfn", "provisional", "general", "vat", "consumption_tax"]),
  area: plain,
  value: plain,
  unit: plain,
  currency: plain,
  amount: plain,
  per: plain,
  member: plain,
  json: z.string(),
  validTo: z.string().check(z.refine((text) => text === "" || isLocalDate(text), "date")),
  citation: filled(500),
});
export type ChangeDraft = z.infer<typeof changeSchema>;

export const EMPTY_CHANGE: ChangeDraft = {
  kind: "measure",
  search: "",
  replaces: "",
  onlyEnds: false,
  rate: "",
  code: "",
  measure: "mfn",
  area: "*",
  value: "",
  unit: "",
  currency: "",
  amount: "",
  per: "100",
  member: "",
  json: "",
  validTo: "",
  citation: "",
};

type Fact = Readonly<Record<string, unknown>>;

/** What is typed wrongly, and in which field; the message is a key of the form's catalogue. */
export interface DraftFault {
  readonly field: keyof ChangeDraft;
  readonly message: string;
}

/** The change as the API takes it; what the fact that it replaces says and nobody changed stays so. */
export function toChange(draft: ChangeDraft, replaced: LawFactView | null): LawChangeInput | DraftFault {
  const { kind, onlyEnds, citation, validTo } = draft;
  if (citation.length < 10) return { field: "citation", message: "brief" };
  if (onlyEnds && !replaced) return { field: "replaces", message: "required" };
  if (onlyEnds) return { kind, replaces: replaced?.id ?? null, fact: null, citation };
  const fact = FACTS[kind](draft, replaced?.fact ?? {});
  if ("message" in fact && "field" in fact) return fact as unknown as DraftFault;
  return { kind, replaces: replaced?.id ?? null, fact: { ...fact, validTo: validTo || null }, citation };
}

/** Whether the outcome is what is wrong with the draft. */
export function isFault(change: LawChangeInput | DraftFault): change is DraftFault {
  return "message" in change;
}

const FACTS: Readonly<Record<ChangeDraft["kind"], (draft: ChangeDraft, known: Fact) => Fact | DraftFault>> = {
  measure: ({ rate, code, measure, area }, known) => {
    const jurisdiction = JURISDICTIONS.find((each) => each === known.jurisdiction) ?? "CN";
    const parsed = parseDuty(rate, jurisdiction);
    if (!parsed.ok) return { field: "rate", message: parsed.error === "rate_negative" ? "negative" : "rate" };
    const fresh = {
      jurisdiction,
      code: code.replaceAll(".", ""),
      kind: measure,
      geography: { area: area || "*" },
      threshold: null,
    };
    return { ...(known.code === undefined ? fresh : known), rate: parsed.value };
  },
  legal_parameter: ({ value, code, unit }, known) =>
    /^-?\d+(\.\d+)?$/.test(value) ? { code, unit, ...known, value } : { field: "value", message: "amount" },
  exchange_rate: ({ currency, amount, per }, known) =>
    /^\d+(\.\d+)?$/.test(amount)
      ? { currency, home: "CNY", ...known, cny: amount, per: per || "100" }
      : { field: "amount", message: "amount" },
  geographical_area: ({ code, member }, known) => ({ code, member, ...known }),
  requirement_rule: ({ json }) => {
    try {
      const fact: unknown = JSON.parse(json);
      return typeof fact === "object" && fact !== null && !Array.isArray(fact)
        ? (fact as Fact)
        : { field: "json", message: "json" };
    } catch {
      return { field: "json", message: "json" };
    }
  },
};
