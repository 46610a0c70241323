import { useTranslations } from "next-intl";
import type { MessageFaultView } from "@/contracts/views/exchange";

/** Where the value of a fault is mended: as a fact of the shipment, in the declaration, or nowhere on a screen. */
export type Mending =
  | { readonly at: "fact"; readonly fact: string }
  | { readonly at: "declaration"; readonly field: string }
  | { readonly at: "none" };

/** Who the consumer is stands in the declaration, sealed. */
const OF_CONSUMER = ["buyerName", "buyerIdNumber"];

/** Where a fault is mended. What stands in the carrier of a message comes from no form, and is a fact all the same. */
export function mendingOf({ from, field }: Pick<MessageFaultView, "from" | "field">): Mending {
  if (from === null && field.startsWith("transfer/")) return { at: "fact", fact: field.slice("transfer/".length) };
  const [kind, ...rest] = (from ?? "").split(".");
  const name = rest.join(".");
  if (kind === "declaration") return { at: "declaration", field: name };
  if (kind !== "facts" || name === "") return { at: "none" };
  return OF_CONSUMER.includes(name) ? { at: "declaration", field: name } : { at: "fact", fact: name };
}

/** The words for a fact or a declared value by its path, such as `lines/2/elements`. */
export function useFieldWords(): (path: string) => string {
  const t = useTranslations("exchange");
  const declared = useTranslations("declared");
  return (path) => {
    const parts = path.split("/");
    const name = parts.at(-1) ?? path;
    const word = t.has(`fact.${name}`) ? t(`fact.${name}`) : declared.has(name) ? declared(name) : name;
    const line = parts[0] === "lines" ? parts[1] : undefined;
    return line ? t("missing.ofLine", { line, name: word }) : word;
  };
}

/** What is wrong with a value, in words. */
export function useFaultWords(): (fault: MessageFaultView) => string {
  const words = useTranslations("messageWords");
  const fieldWords = useFieldWords();
  return (fault) => {
    const { code, form, field, value, expected } = fault;
    const mending = mendingOf(fault);
    const named = mending.at === "fact" ? mending.fact : mending.at === "declaration" ? mending.field : field || form;
    return words(`fault.${code}`, {
      field: fieldWords(named),
      value: value ?? "–",
      expected: expected ?? "–",
      mend: "",
    }).trim();
  };
}
