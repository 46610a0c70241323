import { compare, decimal, multiply, sum, ZERO } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { type Agreement, type DifferentialProduct, isDifferential, isParty } from "./agreement";
import { contents } from "./origin-tests";
import { divideMaterials, type Material, type Production } from "./production";

/** The party to whose schedule of rates a good belongs, and by which sentence of the agreement. */
export interface OriginCountry {
  readonly country: string;
  readonly by: "exporting_party" | "highest_value" | "highest_rate";
}

interface Question {
  readonly production: Production;
  readonly agreement: Agreement;
  readonly differentials: readonly DifferentialProduct[];
  readonly day: LocalDate;
  readonly criteria: readonly string[];
}

/**
 * The party whose rate an originating good takes, where the importing party's schedule differs by party: the exporting
 * one, unless the good is on the differential list and it added less than the share asked for; then the party that
 * contributed the highest value of originating materials. Where none did, the importer may claim only the highest of
 * the parties' rates. RCEP art. 2.6, from 2022-01-01.
 */
export function countryOfOrigin(question: Question): OriginCountry {
  const { production, agreement, criteria } = question;
  const atHome: OriginCountry = { country: production.country, by: "exporting_party" };
  if (criteria.includes("WO") || !isDifferential(question.differentials, agreement, production, question.day))
    return atHome;
  const added = addedAtHome(question);
  if (compare(added, multiply(decimal(production.fob), decimal(agreement.differentialShare))) >= 0) return atHome;
  const contributor = greatestContributor(question);
  return contributor
    ? { country: contributor, by: "highest_value" }
    : { country: production.country, by: "highest_rate" };
}

/** What the exporting party itself adds: materials of other parties count as not originating here. */
function addedAtHome({ production, agreement, day }: Question) {
  const alone = divideMaterials(production, { ...agreement, cumulates: false }, day);
  return contents({ production, ...alone })
    .map((each) => each.content)
    .reduce((a, b) => (compare(b, a) > 0 ? b : a));
}

function greatestContributor({ production, agreement, day }: Question): string | null {
  const { originating } = divideMaterials(production, agreement, day);
  const countries = [...new Set(originating.flatMap(({ origin }) => (origin ? [origin] : [])))];
  const ranked = countries
    .filter((country) => isParty(agreement, country, day))
    .map((country) => ({ country, value: total(originating, country) }))
    .toSorted((a, b) => compare(b.value, a.value) || (a.country < b.country ? -1 : 1));
  const first = ranked[0];
  return first && compare(first.value, ZERO) > 0 ? first.country : null;
}

function total(materials: readonly Material[], country: string) {
  return sum(materials.filter(({ origin }) => origin === country).map(({ value }) => decimal(value)));
}
