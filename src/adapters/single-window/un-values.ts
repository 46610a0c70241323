import { fault, type MessageFault } from "@/domain/message/fault";
import type { FormRules, PlainValues } from "@/domain/message/field";
import type { ACTIONS } from "@/domain/message/forms";
import type { DeclarationMessage, ReceiptMessage } from "@/domain/message/message";
import { fromWireTime, toWireTime } from "./local-time";

/** UN/EDIFACT 1225, the function of a message, which the WCO Data Model uses as well. */
const FUNCTIONS: Readonly<Record<(typeof ACTIONS)[number], string>> = { new: "9", change: "4", delete: "1" };

/** Values as UN/EDIFACT and the WCO Data Model have them: local times and days in digits, functions by code. */
export function toUn(rules: FormRules, values: PlainValues): PlainValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (value === null) return [field, null];
      if (field === "action") return [field, FUNCTIONS[value as keyof typeof FUNCTIONS] ?? value];
      const kind = rules[field]?.kind;
      if (kind === "second" || kind === "instant") return [field, toWireTime(value)];
      return [field, kind === "day" ? value.replace(/-/g, "") : value];
    }),
  );
}

/** The values that they stand for; what stands for nothing stays as it is, and the rule of its field refuses it. */
export function fromUn(rules: FormRules, values: PlainValues): PlainValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (value === null) return [field, null];
      if (field === "action")
        return [field, Object.entries(FUNCTIONS).find(([, code]) => code === value)?.[0] ?? value];
      const kind = rules[field]?.kind;
      if (kind === "second") return [field, fromWireTime(value, 14) ?? value];
      if (kind === "instant") return [field, fromWireTime(value, 17) ?? value];
      return [field, kind === "day" ? value.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") : value];
    }),
  );
}

/** The units of a declaration that only China's customs count in: the lists of UN/ECE have no code for them. */
export function unitsWithoutCode(form: string, message: DeclarationMessage): readonly MessageFault[] {
  return message.lines.flatMap(({ values }, index) =>
    (["unit", "legalUnit", "secondUnit"] as const).flatMap((field) =>
      values[field]?.startsWith("CN-")
        ? [
            fault("unmapped_code", form, `lines/${index + 1}/${field}`, {
              value: values[field],
              expected: "UN/ECE Recommendation 20 or 21",
            }),
          ]
        : [],
    ),
  );
}

/** The numbers that responses of UN/EDIFACT and the WCO Data Model have a place for. */
export const UN_NUMBERS = [
  "customsOffice",
  "platformCode",
  "merchantCode",
  "agentCode",
  "ownNumber",
  "preEntryNumber",
  "entryNumber",
] as const;

/** What of a receipt cannot be said in the codes of UN/EDIFACT. */
export function withoutPlace(form: string, receipt: ReceiptMessage): readonly MessageFault[] {
  const placed: readonly string[] = UN_NUMBERS;
  const numbers = Object.entries(receipt.numbers)
    .filter(([field, value]) => value !== null && !placed.includes(field))
    .map(([field, value]) => fault("no_place", form, `numbers/${field}`, { value }));
  const profile = receipt.profile === "un" ? [] : [fault("no_place", form, "profile", { value: receipt.profile })];
  return [...profile, ...numbers];
}
