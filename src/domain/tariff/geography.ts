import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";

/** Every origin. */
export const ANYWHERE = "*";

/** The origins whose goods have most-favoured-nation treatment in China (Tariff Law of the PRC, art. 12). */
export const MFN_AREA = "CN_MFN";

/** Where goods must originate for a measure: everywhere, in one country, or in a group, but for some countries. */
export interface Geography {
  /** `*`, an ISO 3166 alpha-2 code, or the code of a group, which has three letters or more, such as `RCEP`. */
  readonly area: string;
  /** ISO 3166 alpha-2. */
  readonly except: readonly string[];
}

/** That a country belongs to a group for a time. A group is all of its memberships. */
export interface GeographicalArea extends Validity {
  readonly id: string;
  /** The group, such as `RCEP`. */
  readonly code: string;
  /** ISO 3166 alpha-2. */
  readonly member: string;
  readonly citation: string;
}

/** Whether the country is a member of the group on the day. */
export function isMember(areas: readonly GeographicalArea[], code: string, country: string, day: LocalDate): boolean {
  return areas.some((area) => area.code === code && area.member === country && holdsOn(area, day));
}

/** Whether goods of the origin lie within the geography on the day. */
export function covers(
  { area, except }: Geography,
  areas: readonly GeographicalArea[],
  origin: string,
  day: LocalDate,
): boolean {
  if (except.includes(origin)) return false;
  return area === ANYWHERE || area === origin || isMember(areas, area, origin, day);
}

/** How closely the geography names an origin: 0 everywhere, 1 a group, 2 a country. */
export function closeness({ area }: Geography): number {
  if (area === ANYWHERE) return 0;
  return area.length === 2 ? 2 : 1;
}
