import { alpha2Of } from "../shared/alpha-3";
import { err, ok, type Result } from "../shared/result";

/**
 * C, the alpha-3 code of the producer's country, and digits: the registration numbers that the PRC gives to overseas
 * producers of food have eighteen characters in practice. Decrees 248 and 280 print no form (field practice, not checked
 * at source), so a few digits more or less pass.
 */
const FORM = /^C([A-Z]{3})\d{8,16}$/;

export interface ProducerNumber {
  readonly number: string;
  /** ISO 3166 alpha-2 code of the country in which the producer is registered. */
  readonly country: string;
}

/** The registration number of an overseas producer of food; null where the text is none. */
export function parseProducerNumber(text: string): ProducerNumber | null {
  const number = text.trim().toUpperCase();
  const country = alpha2Of(FORM.exec(number)?.[1] ?? "");
  return country === null ? null : { number, country };
}

/** What is wrong with the numbers that a person gave: one has another form, or the countries do not fit the goods. */
export type ProducerNumberFault = "producer_number_form" | "producer_number_country";

/**
 * The numbers in the text, apart by blanks, for goods of these origins (alpha-2). Food is produced where it originates:
 * every number names one of the origins, and every origin has a number.
 */
export function producerNumbers(
  text: string,
  origins: readonly string[],
): Result<readonly ProducerNumber[], ProducerNumberFault> {
  const parsed = text.trim().split(/\s+/).map(parseProducerNumber);
  const numbers = parsed.flatMap((each) => each ?? []);
  if (numbers.length < parsed.length) return err("producer_number_form");
  const countries = new Set(numbers.map(({ country }) => country));
  const fits = countries.size === new Set(origins).size && origins.every((origin) => countries.has(origin));
  return fits ? ok(numbers) : err("producer_number_country");
}
