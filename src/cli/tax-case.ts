import { z } from "zod";
import { TAX_REGIMES, type TaxRegime } from "@/domain/assessment/tax-regime";

/**
 * A tax case as the file holds it: a regime and its inputs. All rates are inputs, so that a case holds when the law's
 * rates change; the law's constants come from the reference data of its day unless the case gives them.
 */
export const taxCaseFile = z.looseObject({
  cases: z.array(z.looseObject({ id: z.string(), regime: z.string(), inputs: z.record(z.string(), z.unknown()) })),
});
export type TaxCase = z.infer<typeof taxCaseFile>["cases"][number];

/** Something about a case that cannot be read: where, and what would do. */
export class CaseError extends Error {}

const PLAIN = /^\d{1,30}(\.\d{1,20})?$/;

/** What a case gives, under any of the names that cases use for it. */
export class Given {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly where: string,
  ) {}

  /** A plain decimal; null when none of the names is there. */
  figure(...names: readonly string[]): string | null {
    const [name, value] = this.first(names);
    if (value === undefined || value === null) return null;
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || !PLAIN.test(text))
      throw new CaseError(
        `${this.where}, ${name}: “${String(value)}” is no plain decimal from 0 on, such as "1234.50".`,
      );
    return text;
  }

  text(...names: readonly string[]): string | null {
    const value = this.first(names)[1];
    return typeof value === "string" && value !== "" ? value : null;
  }

  flag(...names: readonly string[]): boolean | null {
    const value = this.first(names)[1];
    return typeof value === "boolean" ? value : null;
  }

  /** Rates by their kind or agreement. */
  rates(...names: readonly string[]): Readonly<Record<string, string>> {
    const [name, value] = this.first(names);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
    const inner = new Given(value as Record<string, unknown>, `${this.where}, ${name}`);
    return Object.fromEntries(
      Object.keys(value).flatMap((key) => {
        const rate = inner.figure(key);
        return rate === null ? [] : [[key, rate]];
      }),
    );
  }

  /** Lines of goods; the case itself is the only line where it lists none. */
  lines(...names: readonly string[]): readonly Given[] {
    const [name, value] = this.first(names);
    if (!Array.isArray(value) || value.length === 0) return [this];
    return value.map(
      (each, index) => new Given({ ...(each as Record<string, unknown>) }, `${this.where}, ${name} ${index + 1}`),
    );
  }

  private first(names: readonly string[]): readonly [string, unknown] {
    const name = names.find((each) => Object.hasOwn(this.values, each)) ?? names[0] ?? "";
    return [name, this.values[name]];
  }
}

/** The regime that a case names: a code, or a longer name that holds one, such as `CN_GENERAL_0110`. */
export function regimeOf(name: string, id: string): TaxRegime {
  const upper = name.toUpperCase();
  const code = TAX_REGIMES.find((regime) => upper.split(/[^A-Z0-9]+/).includes(regime.toUpperCase()));
  if (code) return code;
  const known = NAMES.find(([pattern]) => pattern.test(upper));
  if (known) return known[1];
  throw new CaseError(`${id}: there is no regime “${name}”; there are ${TAX_REGIMES.join(", ")}.`);
}

const NAMES: readonly (readonly [RegExp, TaxRegime])[] = [
  [/PERSONAL|POSTAL|ARTICLE|PARCEL_TAX|TRAVEL/, "personal"],
  [/CBEC|RETAIL/, "1210"],
  [/GENERAL/, "0110"],
  [/UNITED_KINGDOM|BRITAIN|(^|_)UK/, "GB"],
  [/UNITED_STATES|(^|_)USA/, "US"],
  [/SINGAPORE|GST/, "SG"],
  [/EUROPE/, "EU"],
  [/^CN/, "0110"],
];
