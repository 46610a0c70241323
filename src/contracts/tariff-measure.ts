import { z } from "zod";
import { type Charge, type Rate, type SlidingScale, scaleFault } from "@/domain/tariff/duty-expression";
import { ANYWHERE } from "@/domain/tariff/geography";
import { JURISDICTIONS } from "@/domain/tariff/jurisdiction";
import { type Condition, MEASURE_KINDS, type MeasureKind, type TariffMeasure } from "@/domain/tariff/measure";
import { UNITS } from "@/domain/tariff/unit";
import { amount, country, dated, figure, group, prefix } from "./dated";

/** Tariff measures as files and tables hold them; what is left out is null, `CN`, or none. */

const unit = z.enum(UNITS);
const text = z.string().min(1);

const chargeShape = {
  adValorem: amount.nullable().default(null),
  specific: amount.nullable().default(null),
  specificUnit: unit.nullable().default(null),
};
const isCharge = ({ adValorem, specific }: Charge) => adValorem !== null || specific !== null;
const charge = z.strictObject(chargeShape).refine(isCharge, "neither an ad valorem nor a specific part");

const sliding = z
  .strictObject({
    per: unit,
    bands: z
      .array(
        z.strictObject({
          below: amount.nullable(),
          charge: charge.nullable().default(null),
          formula: z
            .strictObject({ a: amount, b: amount, c: figure, cap: amount.nullable(), places: z.int().min(0).max(8) })
            .nullable()
            .default(null),
        }),
      )
      .min(1),
  })
  .superRefine((scale, context) => {
    const fault = scaleFault(scale as SlidingScale);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  });

const rate = z
  .strictObject({
    ...chargeShape,
    sliding: sliding.nullable().default(null),
    minimum: charge.nullable().default(null),
    maximum: charge.nullable().default(null),
  })
  .refine((each) => each.sliding === null || !isCharge(each), "a sliding scale stands in the place of a rate");

const condition: z.ZodType<Condition> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("certificate"), agreement: group }),
  z.strictObject({ kind: z.literal("programme"), anyOf: z.array(text).min(1) }),
  z.strictObject({ kind: z.literal("quota_licence") }),
  z.strictObject({ kind: z.literal("producer"), producer: text }),
  z.strictObject({ kind: z.literal("document"), code: text }),
  z.strictObject({ kind: z.literal("exclude"), goods: text }),
  z.strictObject({ kind: z.literal("mode_only"), modes: z.array(z.string().regex(/^\d{4}$/)).min(1) }),
  z.strictObject({ kind: z.literal("name_only"), goods: text }),
  z.strictObject({ kind: z.literal("per_person_cap"), quantity: amount, unit }),
]);

/** Kinds that charge nothing. */
const RULES: readonly MeasureKind[] = ["positive_list", "prohibition", "required_document"];
/** Taxes are shares of a price, with a specific part at most. */
const TAXES: readonly MeasureKind[] = ["vat", "consumption_tax"];

export const tariffMeasureSchema: z.ZodType<TariffMeasure> = z
  .strictObject({
    ...dated,
    jurisdiction: z.enum(JURISDICTIONS).default("CN"),
    code: prefix,
    geography: z.strictObject({
      area: z.union([z.literal(ANYWHERE), country, group]),
      except: z.array(country).default([]),
    }),
    kind: z.enum(MEASURE_KINDS),
    rate,
    threshold: z.strictObject({ cny: amount, per: z.enum(["unit", "gram"]) }).nullable(),
    conditions: z.array(condition).default([]),
    orderNumber: text.nullable().default(null),
    additionalUnits: z.array(unit).default([]),
  })
  .superRefine((measure, context) => {
    const fault = measureFault(measure);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  });

function measureFault({ kind, rate: charged, conditions, orderNumber }: TariffMeasure): string | null {
  const isCharging = isCharge(charged) || charged.sliding !== null;
  if (isCharging === RULES.includes(kind)) return isCharging ? `${kind} charges nothing` : `${kind} needs a rate`;
  if (TAXES.includes(kind) && !isSimple(charged)) return `${kind} has no sliding scale, minimum or maximum`;
  const taxFault = faultOfTax(kind, charged);
  if (taxFault !== null) return taxFault;
  if (kind === "quota" && orderNumber === null) return "a quota has an order number";
  const isAgreed = conditions.some((each) => each.kind === "certificate" || each.kind === "programme");
  if ((kind === "conventional" || kind === "special_preferential") && !isAgreed)
    return `${kind} names the agreement of its certificate`;
  return null;
}

function faultOfTax(kind: TariffMeasure["kind"], { adValorem, specific }: Rate): string | null {
  if ((kind === "vat" || kind === "article_tax") && specific !== null) return `${kind} is a share of the value alone`;
  // It lies inside its own price: of a price that is all tax nothing is left.
  const isWhole = kind === "consumption_tax" && adValorem !== null && Number(adValorem) >= 1;
  return isWhole ? `${kind} takes less than the whole price` : null;
}

function isSimple({ sliding: scale, minimum, maximum }: Rate): boolean {
  return scale === null && minimum === null && maximum === null;
}
