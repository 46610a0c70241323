import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";

/** Where operators are authorised, the form of their codes, and whether China recognises them. */
export interface AeoPartner extends Validity {
  readonly id: string;
  /** Such as `CN`, `EU` or `SG`. */
  readonly code: string;
  /** ISO 3166 codes; a union has several. */
  readonly countries: readonly string[];
  /** A regular expression of the whole code; null where the form is not known, and then the general form holds. */
  readonly pattern: string | null;
  readonly example: string | null;
  /** Whether an arrangement of mutual recognition is in force while the row holds; China itself needs none. */
  readonly isMutual: boolean;
  readonly citation: string;
}

/** What a code of which no partner's form is known has to look like: a country, then capitals and digits. */
const GENERAL = /^[A-Z]{2}[A-Z0-9]{3,38}$/;
const CHINA = "AEOCN";

/** Whose code it is; null where no partner's operators have such a code on the day. */
export function partnerOf(code: string, partners: readonly AeoPartner[], day: LocalDate): AeoPartner | null {
  const country = countryOf(code);
  return partners.find((each) => holdsOn(each, day) && each.countries.includes(country)) ?? null;
}

/** Why a code cannot be the code of an operator, as a word for it; null for one that can. */
export function faultOfCode(
  code: string,
  partners: readonly AeoPartner[],
  day: LocalDate,
): { readonly fault: "aeo_code_form"; readonly example: string } | null {
  const partner = partnerOf(code, partners, day);
  const isFormed =
    partner?.pattern == null ? GENERAL.test(code) || code.startsWith(CHINA) : new RegExp(partner.pattern).test(code);
  return isFormed ? null : { fault: "aeo_code_form", example: partner?.example ?? "AEOCN1234567890" };
}

/** China's codes begin with the word itself, those of all others with their country. */
function countryOf(code: string): string {
  return code.startsWith(CHINA) ? "CN" : code.slice(0, 2);
}
